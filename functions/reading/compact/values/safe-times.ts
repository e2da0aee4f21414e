import type { CompactDraft } from "../../../domain/compact/compact.ts";
import { inLondon } from "../times/london.ts";
import { impossibleTimes } from "./possible-times.ts";

const hour = 3_600_000;

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

/** The report with a start that can be, and what was odd about it. One that says no time at all began when it was sent. */
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
  if (!isUndated && !impossible.some((field) => starts.includes(field))) return { draft, odd };
  const { reportedAt, ...rest } = draft;
  const { reportedAt: from, ...provenance } = draft.provenance;
  const isKept = reportedAt !== undefined && !odd.includes("reportedAt");
  const start = safeStart(draft, mailDate);
  const since = provenance.missingSince ?? from ?? { source: "text", label: "", raw: mailDate };
  return {
    draft: {
      ...rest,
      missingSince: start,
      ...(isKept ? { reportedAt } : {}),
      provenance: {
        ...provenance,
        missingSince: since,
        ...(isKept && from ? { reportedAt: from } : {}),
      },
    },
    odd,
  };
};
