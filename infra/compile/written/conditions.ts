import { stringify } from "yaml";
import * as z from "zod";
import { actionNameSchema } from "../../../functions/domain/episode/action-names.ts";
import { anchorNameSchema } from "../../../functions/domain/profile/clock.ts";
import { happenings } from "../../../functions/domain/profile/condition.ts";
import { fields, oneOrMore, said, text, written } from "./fields.ts";
import { amountSchema, limitSchema } from "./times.ts";

const scalar = z.union([z.string(), z.boolean(), z.number()]);
const data = z.record(z.string(), scalar);

/** A condition of the file's own, by its name; `withNames` puts it in. */
export type Named = { named: string };

const bare: Record<string, object> = {
  always: { always: true },
  "placed-by-another": { placedByAnother: true },
};

const repeats = written(
  /^\d+( absences)?( in \d+(h|d|wd|wk))?$/,
  'has to be a number of episodes and, where one counts, the time: "3 in 90d", "2", "2 absences in 30d"',
).transform((words) => {
  const [atLeast, within] = words.replace(" absences", "").split(" in ");
  return said({
    atLeast: Number(atLeast),
    within: within === undefined ? undefined : amountSchema.parse(within),
    of: words.includes("absences") ? "absence" : undefined,
  });
});

const statuses = ["missing", "returned", "cancelled"] as const;
const compacts = ["missing", "found", "update", "cancelled", "absent"] as const;
const careStatuses = ["looked-after", "care-leaver", "not-looked-after"] as const;
const risks = ["unclassified", "no-apparent-risk", "low", "medium", "high"] as const;
const concerns = ["exploitation", "safeguarding", "immediate", "trafficking"] as const;

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

/** A form of a condition with what it means, and an example: an editor shows both, and the README's table. */
const form = <Form extends z.ZodType>(schema: Form, means: string, example: object): Form =>
  schema.meta({ description: `${means}: ${inBraces(example)}`, means, example: inBraces(example) });

const inBraces = (value: object): string =>
  stringify(value, { collectionStyle: "flow", lineWidth: 0 }).trim();

const ofTheEpisode = [
  form(fields({ status: some(statuses) }), "Where the child is now", { status: "returned" }),
  form(fields({ compact: some(compacts) }), "A report of this kind has come", { compact: "missing" }),
  form(fields({ care: some(careStatuses) }), "The child's care status", { care: "looked-after" }),
  form(
    fields({
      age: fields({ under: z.int().min(1).max(25).optional(), from: z.int().min(1).max(25).optional() }),
    }),
    "The child's age when the episode began",
    { age: { under: 16 } },
  ),
  form(fields({ risk: some(risks) }), "The highest risk ever held; unclassified where none is stated", {
    risk: ["medium", "high"],
  }),
  form(
    fields({ loweredTo: some(["no-apparent-risk", "medium"]) }),
    "A report lowered the risk to this, and none has raised it since",
    { loweredTo: "no-apparent-risk" },
  ),
  form(
    fields({ flag: oneOrMore(text) }),
    "A report mentions it, in the reader's words or those of the force",
    {
      flag: "exploitation",
    },
  ),
  form(
    fields({ fact: text, ...isOrContains }),
    "A fact of the reports has this value (`is`), this word in it (`contains`), or is stated at all, `except` as one of these; `ever`: whatever later ones say",
    { fact: "placementType", contains: "foster" },
  ),
  form(
    fields({ missingLongerThan: amountSchema }),
    "Holds from then on, if the child was missing that long",
    {
      missingLongerThan: "72h",
    },
  ),
  form(
    fields({ episodes: repeats }),
    "So many missing episodes (or absences) of the child, this one included",
    {
      episodes: "3 in 90d",
    },
  ),
  form(fields({ absencesInARow: z.int().min(2) }), "So many absences, with no missing episode between them", {
    absencesInARow: 3,
  }),
  form(
    fields({
      elapsed: fields({
        from: anchorNameSchema,
        to: anchorNameSchema,
        over: amountSchema.optional(),
        under: amountSchema.optional(),
      }),
    }),
    "The time between two anchors, both known",
    { elapsed: { from: "found", to: "found-notified", over: "10h" } },
  ),
];

const ofTheRecord = [
  form(
    fields({ recorded: actionNameSchema, with: data.optional() }),
    "A person ever recorded this action, with these values in its data (`outcomes.risk`: one within)",
    { recorded: "decline", with: { by: "child" } },
  ),
  form(
    fields({ lastRecorded: actionNameSchema, with: data.optional() }),
    "The last time a person recorded this action it had these values",
    { lastRecorded: "allocate", with: { absent: true } },
  ),
  form(fields({ concern: some(concerns) }), "A concern of this kind on interview, record or anywhere", {
    concern: "safeguarding",
  }),
  form(fields({ undecided: text }), "Some rule turns on this fact, and nobody has said it", {
    undecided: "careStatus",
  }),
  form(
    fields({ happened: z.enum(happenings) }),
    "What was recorded waits for a manager's approval, or something recorded is taken back",
    { happened: "taken-back" },
  ),
  form(fields({ told: text }), "A mail of this duty has gone", { told: "distribution" }),
  form(
    fields({
      attemptsShortOf: fields({
        calls: z.int().min(0),
        texts: z.int().min(0),
        hoursApart: z.number().min(0),
        days: z.int().min(1).optional(),
      }),
    }),
    "Fewer logged attempts than these; `days`: on so many different days",
    { attemptsShortOf: { calls: 3, texts: 3, hoursApart: 2, days: 2 } },
  ),
];

const ofTheActionAtHand = [
  form(fields({ data: text, is: isOrContains.is }), "In a guard: the action at hand says so", {
    data: "method",
    is: "telephone",
  }),
  form(
    fields({ lacks: oneOrMore(text) }).transform(({ lacks }) => lacking(lacks)),
    "In a guard: one of these is left out of the action at hand",
    { lacks: ["outcomes.next-actions"] },
  ),
  form(fields({ after: text }), "In a guard: the action comes after this duty's limit", {
    after: "return-interview",
  }),
  form(fields({ outsideStaff: oneOrMore(text) }), "In a guard: one of these addresses is not the staff's", {
    outsideStaff: ["worker"],
  }),
  form(
    fields({ signedBy: z.enum(["no-manager", "whoever-did-it", "another-than-the-worker"]) }),
    "In a guard: whoever does it is no manager, did themselves what they would sign, or is not the allocated worker",
    { signedBy: "no-manager" },
  ),
  form(
    fields({ sectionsEmpty: z.union([z.literal("any"), z.array(text).min(1)]) }),
    "In a guard: a section of the form is empty",
    { sectionsEmpty: "any" },
  ),
];

const name = text
  .transform((said): object => bare[said] ?? { named: said })
  .describe('"always", "placed-by-another", or the name of one of the conditions');

/** When a rule applies, as it is written: a name, a list (all of them hold), or one condition. */
export const conditionSchema: z.ZodType<object> = z
  .lazy(() =>
    z.union([
      name,
      z
        .array(conditionSchema)
        .min(1)
        .transform((all) => (all.length === 1 ? (all[0] ?? {}) : { all }))
        .describe("All of these hold"),
      ...ofTheEpisode,
      ...ofTheRecord,
      form(
        fields({ unmet: fields({ condition: conditionSchema, by: limitSchema }) }),
        "This was not so by then: holds from that instant on",
        { unmet: { condition: { recorded: "contact-made" }, by: "found-notified + 24h" } },
      ),
      ...ofTheActionAtHand,
      form(fields({ not: conditionSchema }), "It is not so", { not: "placed-by-another" }),
      form(fields({ all: z.array(conditionSchema).min(1) }), "All of these hold, as a list says without it", {
        all: [{ compact: "found" }, { care: "looked-after" }],
      }),
      form(fields({ any: z.array(conditionSchema).min(1) }), "One of these holds", {
        any: [{ flag: "trafficking" }, { concern: "trafficking" }],
      }),
    ]),
  )
  .meta({ id: "condition" });
