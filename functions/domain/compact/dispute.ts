import * as z from "zod";

/** What a mail, or a mail and its episode, say in two ways. */
export type Dispute = { field: string; values: readonly string[] };

export const disputeSchema = z.object({ field: z.string(), values: z.array(z.string()) });

/**
 * Of what two values may be told to whoever has to decide: nothing that says who the child is, for a mail to staff and a
 * row of the ledger carry no name, birthday, address or telephone.
 */
const tellable = new Set([
  "kind",
  "reference",
  "risk",
  "missingSince",
  "reportedAt",
  "foundAt",
  "returnedAt",
  "careStatus",
  "childProtectionPlan",
]);

/** Longer, and it is no value any more but words, which may hold anything. */
const longest = 60;

export const disputeOf = (field: string, ...said: readonly unknown[]): Dispute[] => {
  const values = [...new Set(said.filter((value) => value !== undefined).map(String))];
  return values.length > 0 ? [{ field, values }] : [];
};

/** Those that may stand in the ledger and in a mail to staff. Whoever opens the mail itself sees them all. */
export const told = (disputes: readonly Dispute[]): Dispute[] =>
  disputes.filter(
    ({ field, values }) => tellable.has(field) && values.every((value) => value.length <= longest),
  );

/** One for each field, with all the values said of it. */
export const mergedDisputes = (all: readonly Dispute[]): Dispute[] =>
  [...Map.groupBy(all, ({ field }) => field)].map(([field, some]) => ({
    field,
    values: [...new Set(some.flatMap(({ values }) => values))],
  }));
