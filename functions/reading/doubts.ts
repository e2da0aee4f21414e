import type { CompactDraft } from "../domain/compact/compact.ts";
import { fields } from "../domain/compact/fields.ts";
import { impossibleTimes } from "./compact/values/possible-times.ts";
import type { Reading } from "./reading.ts";

/** A field about which the mail is not to be taken at its word, and the reports it may be that of, from 0. */
export type Doubt = {
  field: string;
  reports: readonly number[];
  /** It is that of each of them. Otherwise of one at least, and which is not known. */
  each: boolean;
};

/** All a person can say; a mail's `subject`, `body` or `sender` can be in two minds and is no field of a report. */
const sayable = new Set<string>(
  [fields.report, fields.child, { preventionInterview: true, officer: true }].flatMap((held) =>
    Object.keys(held),
  ),
);

const doubted = /^(conflicting-values|views-disagree|unreadable-date):(.+)$/;

/** Whether the reader read it. */
export const states = (draft: CompactDraft | undefined, field: string): boolean =>
  Object.hasOwn({ ...draft?.child, ...draft }, field);

/** A report's reasons are the mail's: it is one of those that hold what was read first, or lack what could not be. */
const likely = (
  drafts: readonly CompactDraft[],
  among: readonly number[],
  field: string,
  isRead: boolean,
): readonly number[] => {
  const such = among.filter((index) => states(drafts[index], field) === isRead);
  return such.length > 0 ? such : among;
};

/** Times that can't be are found in the reports again, so it is known which report's they are. */
const impossible = (drafts: readonly CompactDraft[], mailDate: string): Doubt[] => {
  const found = drafts.flatMap((draft, index) =>
    // A date of birth that can't be is refused by itself, whoever gives it.
    impossibleTimes(draft, mailDate)
      .filter((field) => field !== "dateOfBirth")
      .map((field) => ({ field, index })),
  );
  return [...Map.groupBy(found, ({ field }) => field)].map(([field, all]) => ({
    field,
    reports: [...new Set(all.map(({ index }) => index))],
    each: true,
  }));
};

/** What is in doubt about the reports that wait, by what the mail's reading of now says stands against it. */
export const doubtsOf = (
  { result, mail }: Reading,
  drafts: readonly CompactDraft[],
  receivedAt: string,
): Doubt[] => {
  const times = impossible(drafts, mail.date ?? receivedAt);
  // Nothing stands against the accepted ones.
  const read: readonly CompactDraft[] =
    result.status === "accepted" ? (result.waiting ?? []) : result.compacts;
  const among = [...drafts.keys()].filter((index) => read.includes(drafts[index] as CompactDraft));
  const others = result.reasons.flatMap((reason): Doubt[] => {
    const [, code, field = ""] = doubted.exec(reason) ?? [];
    if (!sayable.has(field) || among.length === 0) return [];
    if (code === "conflicting-values" && times.some((time) => time.field === field)) return [];
    // Of two kinds none is kept.
    const isLost =
      code === "unreadable-date" || (field === "kind" && !result.reasons.includes("unknown-kind"));
    return [{ field, reports: likely(drafts, among, field, !isLost), each: false }];
  });
  return [...times, ...others];
};
