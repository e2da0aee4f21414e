import * as z from "zod";
import { actionNameSchema } from "../../functions/domain/episode/action-names.ts";
import { anchorNameSchema } from "../../functions/domain/profile/anchor-name.ts";
import { fields, oneOrMore, said, text } from "./fields.ts";
import { amountSchema, limitSchema } from "./times.ts";

const scalar = z.union([z.string(), z.boolean(), z.number()]);
const data = z.record(z.string(), scalar);

/** A condition of the file's own, by its name; `withNames` puts it in. */
export type Named = { named: string };

const bare: Record<string, object> = {
  always: { always: true },
  "placed-by-another": { placedByAnother: true },
};

const repeats = z
  .string()
  .regex(/^\d+( absences)?( in \d+(h|d|wd|wk))?$/, {
    error:
      'has to be a number of episodes and, where one counts, the time: "3 in 90d", "2", "2 absences in 30d"',
  })
  .transform((words) => {
    const [atLeast, within] = words.replace(" absences", "").split(" in ");
    return said({
      atLeast: Number(atLeast),
      within: within === undefined ? undefined : amountSchema.parse(within),
      of: words.includes("absences") ? "absence" : undefined,
    });
  });

const some = <const Names extends readonly [string, ...string[]]>(names: Names) => oneOrMore(z.enum(names));

const isOrContains = {
  is: z.union([z.string(), z.boolean()]).optional(),
  contains: text.optional(),
  except: oneOrMore(text).optional(),
  ever: z.boolean().optional(),
};

/** `lacks: [outcomes.risk]`: one of these is not in the data. */
const lacking = (paths: string[]): object => {
  const each = paths.map((path) => ({ not: { data: path } }));
  return each.length === 1 ? (each[0] ?? {}) : { any: each };
};

/** When a rule applies, as it is written: a name, a list (all of them hold), or one condition. */
export const conditionSchema: z.ZodType<object> = z
  .lazy(() =>
    z.union([
      text
        .transform((name): object => bare[name] ?? { named: name })
        .describe('"always", "placed-by-another", or the name of one of the conditions of this file'),
      z
        .array(conditionSchema)
        .min(1)
        .transform((all) => (all.length === 1 ? (all[0] ?? {}) : { all }))
        .describe("All of these hold"),
      fields({ status: some(["missing", "returned", "cancelled"]) }),
      fields({ compact: some(["missing", "found", "update", "cancelled", "absent"]) }),
      fields({ care: some(["looked-after", "care-leaver", "not-looked-after"]) }),
      fields({ risk: some(["unclassified", "no-apparent-risk", "low", "medium", "high"]) }),
      fields({ concern: some(["exploitation", "safeguarding", "immediate", "trafficking"]) }),
      fields({ flag: oneOrMore(text) }),
      fields({ fact: text, ...isOrContains }),
      fields({ missingLongerThan: amountSchema }),
      fields({ episodes: repeats }),
      fields({ absencesInARow: z.int().min(2) }),
      fields({
        elapsed: fields({
          from: anchorNameSchema,
          to: anchorNameSchema,
          over: amountSchema.optional(),
          under: amountSchema.optional(),
        }),
      }),
      fields({ unmet: fields({ condition: conditionSchema, by: limitSchema }) }),
      fields({ told: text }),
      fields({ recorded: actionNameSchema, with: data.optional() }),
      fields({ lastRecorded: actionNameSchema, with: data.optional() }),
      fields({
        attemptsShortOf: fields({
          calls: z.int().min(0),
          texts: z.int().min(0),
          hoursApart: z.number().min(0),
        }),
      }),
      fields({ data: text, is: isOrContains.is }),
      fields({ lacks: oneOrMore(text) }).transform(({ lacks }) => lacking(lacks)),
      fields({ after: text }),
      fields({ outsideStaff: oneOrMore(text) }),
      fields({ sectionsEmpty: z.union([z.literal("any"), z.array(text).min(1)]) }),
      fields({ not: conditionSchema }),
      fields({ all: z.array(conditionSchema).min(1) }),
      fields({ any: z.array(conditionSchema).min(1) }),
    ]),
  )
  .meta({ id: "condition" });
