import * as z from "zod";
import type { CompactDraft } from "../domain/compact/compact.ts";
import { fail, ok, type Result } from "../domain/result.ts";
import type { Fields } from "./report-fields.ts";

const fieldsSchema = z.record(z.string(), z.unknown());

/** What a person says about a mail they release. Fields of one child stand by themselves, of several in `compacts`. */
export const correctionsSchema = z
  .looseObject({
    /** Whose mail it is, where the sender does not say. */
    force: z.string().optional(),
    /** For a mail that failed authentication: has the force confirmed what it says? */
    confirmed: z.boolean().optional(),
    compacts: z.array(fieldsSchema.nullable()).optional(),
  })
  .transform(({ force, confirmed, compacts, ...fields }) => ({ force, confirmed, compacts, fields }));

export type Corrections = z.output<typeof correctionsSchema>;

const sayWhich = (drafts: readonly CompactDraft[]): string => {
  const which = drafts.map(({ reference }) => reference ?? "no reference").join(", ");
  const wait = drafts.length === 1 ? "1 report waits" : `${drafts.length} reports wait`;
  return `${wait} in the mail (${which}): say which, with compacts, a list of as many in the mail's order: {} for one that is right as read, null for one nothing is to be done about.`;
};

/**
 * What a person says about each report that waits, so that none is settled by what is said of another. Saying
 * nothing of any is to say that all are right as read. null: nothing is to be done about that one.
 */
export const perReport = (
  drafts: readonly CompactDraft[],
  { compacts, fields }: Pick<Corrections, "compacts" | "fields">,
): Result<(Fields | null)[], string[]> => {
  const said = Object.keys(fields).length > 0;
  if (compacts && said) return fail(["Give the fields in compacts or by themselves, not both."]);
  if (compacts?.every((one) => one === null))
    return fail(["Nothing is left to release: discard the mail instead, with a reason."]);
  if (compacts && (drafts.length === 0 || compacts.length === drafts.length)) return ok(compacts);
  if (compacts || (said && drafts.length > 1)) return fail([sayWhich(drafts)]);
  return ok(Array.from({ length: Math.max(drafts.length, 1) }, () => fields));
};
