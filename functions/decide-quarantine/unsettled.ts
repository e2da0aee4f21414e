import type { CompactDraft } from "../domain/compact/compact.ts";
import { type Doubt, states } from "../reading/doubts.ts";
import type { Fields } from "./report-fields.ts";

/** Without these nothing is released, so where one is lacking it is asked for in any case. */
const needed = new Set(["kind", "reference", "surname", "dateOfBirth"]);

/** null says that it is not known; an empty group says nothing. */
const isSaid = (field: string, said: Fields): boolean => {
  const value = said[field];
  return value === null || (typeof value === "object" ? Object.keys(value).length > 0 : value !== undefined);
};

/** The reports of which it still has to be said; of a report left out nothing has. */
const openIn = (
  { field, reports, each }: Doubt,
  drafts: readonly CompactDraft[],
  said: readonly (Fields | null)[],
): number[] => {
  const released = reports.filter((index) => said[index]);
  const open = released.filter(
    (index) => !isSaid(field, said[index] ?? {}) && !(needed.has(field) && !states(drafts[index], field)),
  );
  return each || open.length === released.length ? open : [];
};

const asked = (
  doubt: Doubt,
  drafts: readonly CompactDraft[],
  said: readonly (Fields | null)[],
): string | undefined => {
  const open = openIn(doubt, drafts, said).map((index) => index + 1);
  if (open.length === 0) return undefined;
  return said.length === 1
    ? doubt.field
    : `${doubt.field} of report ${open.join(doubt.each ? " and " : " or ")}`;
};

const why =
  "the mail contradicts itself or cannot be read here, so say what holds, even if it is what was read";

/** What the reader happened to take first is not acted on until a person has said what holds, be it the same. */
export const unsettled = (
  doubts: readonly Doubt[],
  drafts: readonly CompactDraft[],
  said: readonly (Fields | null)[],
): string[] => {
  const open = doubts.filter((doubt) => asked(doubt, drafts, said));
  if (open.length === 0) return [];
  const names = new Set(open.map((doubt) => asked(doubt, drafts, said)));
  const orNull = open.some(({ field }) => !needed.has(field)) ? "; null where nobody knows" : "";
  return [`${[...names].join(", ")}: ${why}${orNull}`];
};
