import type { CompactDraft } from "../../../domain/compact/compact.ts";
import { inLondon } from "../times/london.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** A report is often written down a few minutes before the hour people settle on for the last sighting. */
const slack = 10 * minute;

const moments = ["missingSince", "reportedAt", "foundAt", "returnedAt"] as const;

const before = (a: string | undefined, b: string | undefined, by = 0): boolean =>
  a !== undefined && b !== undefined && Date.parse(a) < Date.parse(b) - by;

/** No child is as old, and none is born after the mail. */
const oldest = 25;
const bornImpossibly = (born: string | undefined, mailDate: string | undefined): boolean => {
  if (!born || !mailDate) return false;
  const years = (Date.parse(mailDate) - Date.parse(`${born}T00:00:00Z`)) / (365.25 * day);
  return years > oldest || years < 0;
};

/**
 * Which of a report's times can't be: to come when the mail was sent, by more than an hour (ALL-22), found before missing, missing after it was
 * reported, a child of sixty.
 */
export const impossibleTimes = (draft: CompactDraft, mailDate: string | undefined): string[] => {
  const { missingSince, reportedAt, foundAt, returnedAt, preventionInterview, child } = draft;
  const fields: string[] = moments.filter((field) => before(mailDate, draft[field], hour));
  const held = preventionInterview?.completed === false ? undefined : preventionInterview?.at;
  if (before(mailDate, held, day)) fields.push("preventionInterview");
  if (before(reportedAt, missingSince, slack)) fields.push("missingSince");
  if (before(foundAt, missingSince)) fields.push("foundAt");
  if (before(returnedAt, missingSince)) fields.push("returnedAt");
  if (before(returnedAt, foundAt, day)) fields.push("foundAt");
  if (before(foundAt, returnedAt, 30 * day)) fields.push("foundAt");
  if (bornImpossibly(child.dateOfBirth, mailDate)) fields.push("dateOfBirth");
  return [...new Set(fields)];
};

/** A report of a missing child never waits for an odd time: nobody would look for the child meanwhile. */
export const neverWaits = ({ kind }: CompactDraft): boolean => kind === "missing" || kind === "absent";

/** The earliest a report may mean: of what it says the earliest that is not to come, else when the mail was sent. */
const safeStart = ({ missingSince, reportedAt }: CompactDraft, mailDate: string): string => {
  const sent = Date.parse(mailDate);
  const possible = [missingSince, reportedAt]
    .flatMap((said) => (said === undefined ? [] : [Date.parse(said)]))
    .filter((at) => at <= sent + hour);
  return inLondon(Math.min(sent, ...possible));
};

const starts = ["missingSince", "reportedAt"];

/** Times that could not be read: of a report that never waits they are odd as any other. */
const unread = (reasons: ReadonlySet<string>): string[] =>
  ["missingSince", "reportedAt", "foundAt", "returnedAt", "preventionInterview"].filter((field) =>
    reasons.has(`unreadable-date:${field}`),
  );

/** Since when nobody says; that it was reported when the mail was sent is sure. */
const reportedWhenSent = (draft: CompactDraft, mailDate: string): CompactDraft => ({
  ...draft,
  reportedAt: inLondon(Date.parse(mailDate)),
  provenance: { ...draft.provenance, reportedAt: { source: "text", label: "", raw: mailDate } },
});

/** The report with a start that can be, and what was odd about it. One that says no time at all was reported when it was sent. */
export const withSafeTimes = (
  draft: CompactDraft,
  reasons: ReadonlySet<string>,
  mailDate: string | undefined,
): { draft: CompactDraft; odd: string[] } => {
  if (!neverWaits(draft)) return { draft, odd: [] };
  const isUndated = draft.missingSince === undefined && draft.reportedAt === undefined;
  const impossible = impossibleTimes(draft, mailDate);
  if (mailDate === undefined) return { draft, odd: impossible };
  const odd = [...new Set([...impossible, ...unread(reasons), ...(isUndated ? ["missingSince"] : [])])];
  if (isUndated) return { draft: reportedWhenSent(draft, mailDate), odd };
  if (!impossible.some((field) => starts.includes(field))) return { draft, odd };
  const { reportedAt, ...rest } = draft;
  const { reportedAt: from, ...provenance } = draft.provenance;
  const isKept = reportedAt !== undefined && !odd.includes("reportedAt");
  const start = safeStart(draft, mailDate);
  const since = provenance.missingSince ?? from;
  return {
    draft: {
      ...rest,
      missingSince: start,
      ...(isKept ? { reportedAt } : {}),
      provenance: {
        ...provenance,
        ...(since ? { missingSince: since } : {}),
        ...(isKept && from ? { reportedAt: from } : {}),
      },
    },
    odd,
  };
};
