import { text } from "./fields.ts";

const step = /^([a-z][a-z-]*)(?: if (.+))?$/;
const stepsOf = (words: string): string[] => words.split(", else ");

/** "duty-worker if the worker is away, else allocated-worker": the first whose condition, by name, holds. */
export const ownerSchema = text
  .refine((words) => stepsOf(words).every((one) => step.test(one)), {
    error: 'has to be a role, or "ROLE if CONDITION, else ROLE" with the name of a condition of this file',
  })
  .transform((words) =>
    stepsOf(words).map((one) => {
      const [, role, name] = step.exec(one) ?? [];
      return name === undefined ? { role } : { role, when: { named: name } };
    }),
  )
  .describe('A role, or "ROLE if CONDITION, else ROLE"');
