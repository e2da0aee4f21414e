import * as z from "zod";
import {
  type ActionName,
  actionNameSchema,
  actionNames,
} from "../../../functions/domain/episode/action-names.ts";
import { actionSchemas } from "../../../functions/domain/episode/actions.ts";
import { fields, said, text, written } from "./fields.ts";

const names = actionNames.join("|");
const sentence = new RegExp(`^(${names})(?: by ([a-z-]+))?(?: once (${names}))?(?: until (${names}))?$`);

const inWords = written(
  sentence,
  `has to be what a person records, such as "interview-held", "contact-made by ROLE" or "exempt until exemption-lifted"; the table of actions in infra/profiles/README.md has them all`,
)
  .transform((words) => {
    const [, action, by, once, undoneBy] = sentence.exec(words) ?? [];
    return said({ action, by, once, undoneBy });
  })
  .describe(
    "What a person records, and by whom, what has to be recorded as well, and what takes it back: ACTION by ROLE once ACTION until ACTION",
  );

const data = z.record(z.string(), z.union([z.string(), z.boolean()]));

/** What an editor completes; what is not among it, the profile's check says. */
const completed = (name: ActionName) => {
  const { properties } = z.toJSONSchema(actionSchemas[name], { io: "input" });
  return data.meta({ properties });
};

const each = Object.fromEntries(actionNames.map((name) => [name, completed(name).optional()]));

const withData = fields({
  ...each,
  by: text.optional(),
  once: actionNameSchema.optional(),
  until: actionNameSchema.optional(),
})
  .refine((entry) => actionNames.filter((name) => name in entry).length === 1, {
    error: "has to name one action with its data, such as { meeting-held: { meeting: strategy } }",
    when: ({ issues }) => issues.length === 0,
  })
  .transform((entry) => {
    const action = actionNames.find((name) => name in entry);
    const { by, once, until } = entry;
    return said({
      action,
      with: action && (entry as Record<string, unknown>)[action],
      by,
      once,
      undoneBy: until,
    });
  });

const one = z.union([inWords, withData]);

/** What ends a duty: one action, or a list of them. */
export const evidenceSchema = z
  .union([one, z.array(one)])
  .transform((some): Record<string, unknown>[] => (Array.isArray(some) ? some : [some]))
  .meta({ id: "evidence" });
