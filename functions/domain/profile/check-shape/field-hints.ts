import type * as z from "zod";
import { careStatuses, flags, kinds, risks } from "../../compact/compact.ts";
import { actionNames } from "../../episode/action-names.ts";
import type { ShapeFault } from "../../shape/shape-faults.ts";
import { valueAtPath } from "../../value-at.ts";
import { meantOrOneOf } from "../check/did-you-mean.ts";
import { knownFields } from "./known-fields.ts";

/** Which condition asks for a word that stands in a condition's place: { missing: true }. */
const asked: Readonly<Record<string, readonly string[]>> = {
  status: ["returned"],
  compact: kinds,
  care: careStatuses,
  risk: risks,
  flag: flags,
};

const asCondition = (word: string): string | undefined => {
  if ((actionNames as readonly string[]).includes(word)) return `write { recorded: "${word}" }`;
  const [name] = Object.entries(asked).find(([, words]) => words.includes(word)) ?? [];
  return name && `write { ${name}: ["${word}"] }`;
};

const ofField = ({ path }: ShapeFault, schema: z.ZodType): string => {
  const known = knownFields(schema, path.slice(0, -1));
  const word = String(path.at(-1));
  const condition = known.includes("lastRecorded") ? asCondition(word) : undefined;
  if (condition) return `; ${condition}`;
  return known.length === 0 ? "" : meantOrOneOf(word, known);
};

/** What to write instead, behind a fault of the shape that does not say it: a field's name, a list, a unit. */
export const withHint = (fault: ShapeFault, schema: z.ZodType, raw: unknown): ShapeFault => {
  const { path, problem } = fault;
  const hinted = (hint: string): ShapeFault => ({ path, problem: `${problem}${hint}` });
  if (problem.endsWith("is not a field that is known here")) return hinted(ofField(fault, schema));
  const given = valueAtPath(raw, path);
  if (problem === "has to be a list" && typeof given === "string" && path.length > 1)
    return hinted(`: write ["${given}"]`);
  if (path.at(-1) === "unit" && problem.startsWith("has to be one of"))
    return hinted(" (hours, days, working days, weeks)");
  return fault;
};
