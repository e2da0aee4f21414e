import { valueAtPath } from "../../functions/domain/value-at.ts";
import type { Place } from "./places.ts";

/** A fault of an authority's files: where it is written, in which rule, and what to write instead. */
export type Fault = { place: Place; line: number; rule?: string; clause?: string; problem: string };

/** A number where a text belongs was typed without its quotes; "5.10" is no longer to be known from 5.1. */
const inWords = (problem: string, { file, path }: Place): string => {
  const value = valueAtPath(file.value, path);
  const isKind = problem.startsWith("has to be ");
  if (value === null && isKind && path.length === 0) return "is empty";
  if (value === null && isKind) return "is left empty: write it, or take the line away";
  return typeof value === "number" && /^has to be a text\b/.test(problem)
    ? `has to be in quotes: "${file.typedAt(path) ?? value}"`
    : problem;
};

/** A path as far as it is written: a short form ends it, and a list says "all" by itself. */
const asFarAsWritten = ({ file, path }: Place): Place => {
  const kept: PropertyKey[] = [];
  let value = file.value;
  for (const step of path) {
    if (Array.isArray(value) && step === "all") continue;
    const isEntry = /^\d+$/.test(String(step));
    if (value === null || (value !== undefined && typeof value !== "object")) break;
    if (isEntry && !Array.isArray(value) && valueAtPath(value, [step]) === undefined) break;
    kept.push(step);
    value = valueAtPath(value, [step]);
  }
  return { file, path: kept };
};

const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

export const faultAt = (at: Place, problem: string, of: { rule?: unknown; clause?: unknown } = {}): Fault => {
  const place = asFarAsWritten(at);
  const [rule, clause] = [textOf(of.rule), textOf(of.clause)];
  return {
    place,
    line: place.file.lineAt(place.path),
    ...(rule ? { rule } : {}),
    ...(clause ? { clause } : {}),
    problem: inWords(problem, place),
  };
};

/** `infra/protocols/rutland-2016.yaml:80: rungs.1.to (RUT-03, clause step 2): role "nobody" has no recipient` */
export const faultInWords = ({ place, line, rule, clause, problem }: Fault): string => {
  // Which entry of the list it is, its rule and line say.
  const path = rule ? place.path.slice(2) : place.path;
  const where = [path.join("."), rule ? `(${rule}, clause ${clause ?? "?"})` : ""].filter(Boolean).join(" ");
  return `${place.file.name}:${line}: ${where}${where ? ": " : ""}${problem}`;
};
