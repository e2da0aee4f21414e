import { asFields, asList, type Fields, type PathFault } from "./files.ts";

/** "04" is "DER-04" for an authority whose prefix is DER. */
export const wholeId = (id: unknown, prefix: unknown): unknown =>
  typeof id === "string" && /^\d\d$/.test(id) ? `${String(prefix)}-${id}` : id;

/** A compiled rule or refusal with the authority's prefix in every id. */
export const withPrefix = (raw: unknown, prefix: unknown): unknown => {
  const entry = asFields(raw);
  const rungs = asList(entry.rungs).map((one) => {
    const rung = asFields(one);
    return "rule" in rung ? { ...rung, rule: wholeId(rung.rule, prefix) } : one;
  });
  return { ...entry, id: wholeId(entry.id, prefix), ...(Array.isArray(entry.rungs) ? { rungs } : {}) };
};

/** Ids that were copied from another authority's rules. */
export const foreignIds = ({ id, rungs }: Fields, prefix: unknown): PathFault[] =>
  [
    { path: ["id"], id },
    ...asList(rungs).map((rung, i) => ({ path: ["rungs", i, "rule"], id: asFields(rung).rule })),
  ].flatMap((one) =>
    typeof one.id === "string" &&
    /^[A-Z]{3}-\d\d$/.test(one.id) &&
    !one.id.startsWith("ALL-") &&
    !one.id.startsWith(`${String(prefix)}-`)
      ? [{ path: one.path, problem: `is "${one.id}", and this authority's prefix is "${String(prefix)}"` }]
      : [],
  );
