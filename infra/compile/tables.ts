import * as z from "zod";
import { compactSchema } from "../../functions/domain/compact/compact-schema.ts";
import { actionNames } from "../../functions/domain/episode/action-names.ts";
import { actionSchemas } from "../../functions/domain/episode/actions.ts";
import { anchors } from "../../functions/domain/profile/clock.ts";
import { sayAction } from "../../functions/domain/profile/in-words/say-action.ts";
import { sayAnchor } from "../../functions/domain/profile/in-words/say-condition.ts";
import { ladders } from "../../functions/domain/profile/ladder.ts";
import { conditionSchema } from "./written/conditions.ts";

type JsonSchema = z.core.JSONSchema.JSONSchema;

const schemaOf = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });

/** In a cell a line would be a row, and a bar the end of the cell. */
const cell = (text: string): string => text.replaceAll("\n", " ").replaceAll("|", "\\|");

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.map(cell).join(" | ")} |`).join("\n");

const words: Readonly<Record<string, string>> = {
  boolean: "yes or no",
  string: "text",
  array: "list",
  number: "number",
};

const kindOf = ({ enum: choices, anyOf, format, type }: JsonSchema): string => {
  if (choices) return choices.map(String).join(", ");
  if (format === "date-time") return "time";
  if (format === "email") return "address";
  const [first] = anyOf ?? [];
  return typeof first === "object" ? kindOf(first) : (words[String(type)] ?? "text");
};

/** Every field by its dotted path. A record's own names are the authority's. */
const fieldsOf = ({ properties = {} }: JsonSchema, before = ""): [string, string][] =>
  Object.entries(properties).flatMap(([name, one]): [string, string][] => {
    if (typeof one !== "object") return [];
    if (one.properties) return fieldsOf(one, `${before}${name}.`);
    const path = `${before}${name}`;
    return [one.type === "object" ? [`${path}.…`, "text"] : [path, kindOf(one)]];
  });

const shown = (fields: readonly [string, string][]): string =>
  fields.map(([path, kind]) => `\`${path}\` (${kind})`).join(" · ") || "–";

const conditionRows = (): string[][] => {
  const forms = schemaOf(conditionSchema).$defs?.condition;
  const branches = typeof forms === "object" ? (forms.anyOf ?? []) : [];
  return branches.flatMap((one) =>
    typeof one === "object" && typeof one.example === "string"
      ? [[`\`${Object.keys(one.properties ?? {})[0]}\``, `\`${one.example}\``, String(one.means)]]
      : [],
  );
};

const isTaken = (schema: z.ZodType, probe: string): boolean =>
  schema.safeParse(probe).success && !schema.safeParse("?").success;

const kindOfFact = (schema: z.ZodType): string => {
  if (isTaken(schema, "2026-11-14T21:30:00+00:00")) return "time";
  if (isTaken(schema, "2011-03-09")) return "date";
  return kindOf(schemaOf(schema));
};

/** The compact's fields by their paths, but for where each was read. */
const factsOf = (shape: Readonly<Record<string, z.ZodType>>, before = ""): [string, string][] =>
  Object.entries(shape).flatMap(([name, whole]): [string, string][] => {
    const schema = whole instanceof z.ZodExactOptional ? (whole.unwrap() as z.ZodType) : whole;
    if (schema instanceof z.ZodCustom) return [];
    if (schema instanceof z.ZodObject) return factsOf(schema.shape, `${before}${name}.`);
    return [[`${before}${name}`, kindOfFact(schema)]];
  });

const units = [
  ["h", "elapsed hours; a clock change does not move them"],
  ["d", "calendar days, at the same London time"],
  ["wd", "working days (England's bank holidays are none), 17:00 on the last; negative: before"],
  ["wk", "seven days"],
] as const;

const ladderWords: Readonly<Record<(typeof ladders)[number], string>> = {
  "while-missing": "police decision, reviews, what a long absence needs; ends when the child has returned",
  contact: "who is told, offers, attempts at contact, letters",
  "return-interview": "the interview, its exemptions and absences",
  "strategy-discussion": "discussions and meetings",
  "report-distribution": "written record, sign-off, copies, loading, what follows from a concern",
};

const sections = (): [string, string][] => [
  [
    "Anchors",
    table(
      ["anchor", "the time when"],
      anchors.map((one) => [`\`${one}\``, sayAnchor(one)]),
    ),
  ],
  [
    "Units",
    table(
      ["unit", "means"],
      units.map(([unit, means]) => [`\`${unit}\``, means]),
    ),
  ],
  [
    "Ladders",
    table(
      ["ladder", "looks after"],
      ladders.map((one) => [`\`${one}\``, ladderWords[one]]),
    ),
  ],
  ["Conditions", table(["condition", "for example", "holds where"], conditionRows())],
  [
    "Facts",
    table(
      ["fact", "is"],
      factsOf((compactSchema as unknown as z.ZodObject).shape).map(([path, kind]) => [`\`${path}\``, kind]),
    ),
  ],
  [
    "Actions",
    table(
      ["action", "records", "its data"],
      actionNames.map((action) => [
        `\`${action}\``,
        sayAction({ action }, (duty) => duty),
        shown(fieldsOf(schemaOf(actionSchemas[action]))),
      ]),
    ),
  ],
];

/** What a rule may be made of, for infra/profiles/README.md. */
export const tables = (): string =>
  sections()
    .map(([title, rows]) => `### ${title}\n\n${rows}`)
    .join("\n\n");
