import { toInstant } from "../../domain/calendar/instant.ts";
import { valueAtPath } from "../../domain/value-at.ts";
import type { Field } from "./fields.ts";
import { partsOfDay, partsOfTime } from "./times.ts";

const entriesOf = ({ kind, path }: Field, value: unknown): [string, string][] => {
  if (value === undefined || value === null) return [];
  if (kind === "time") return partsOfTime(path, toInstant(String(value)));
  if (kind === "day") return partsOfDay(path, String(value));
  if (kind === "yes-no") return [[path, value === true ? "yes" : "no"]];
  if (kind === "several" && Array.isArray(value))
    return value.map((one): [string, string] => [path, String(one)]);
  return [[path, Array.isArray(value) ? value.join("\n") : String(value)]];
};

/** An action's data as a form would have it typed. */
export const valuesOf = (fields: readonly Field[], data: unknown): URLSearchParams =>
  new URLSearchParams(fields.flatMap((field) => entriesOf(field, valueAtPath(data, field.path.split(".")))));
