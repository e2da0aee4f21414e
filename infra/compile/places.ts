import type { YamlFile } from "./yaml-file.ts";

type Path = readonly PropertyKey[];

/** Where something stands as it was written. */
export type Place = { file: YamlFile; path: Path };

/** Where an entry comes from: its file, and what an authority says otherwise of a document's rule. */
export type Origin = { base: Place; change?: Place & { fields: readonly string[] } };

const size = (value: unknown): number => (Array.isArray(value) ? value.length : value === undefined ? 0 : 1);

/** The path of a compiled rule's field as it is written: `tells` is the first rung, `excusedBy` follows `endedBy`. */
export const asWritten = (
  [field, index, ...rest]: Path,
  { tells, endedBy }: Readonly<Record<string, unknown>>,
): Path => {
  if (field === undefined || index === undefined) return field === undefined ? [] : [field];
  const at = Number(index);
  if (field === "rungs" && tells !== undefined) return at === 0 ? ["tells"] : [field, at - 1, ...rest];
  if (field === "endedBy" && at >= size(endedBy)) return ["excusedBy", at - size(endedBy), ...rest];
  return [field, index, ...rest];
};

export const placeOf = ({ base, change }: Origin, written: Path): Place => {
  const from = change?.fields.includes(String(written[0])) ? change : base;
  return { file: from.file, path: [...from.path, ...written] };
};
