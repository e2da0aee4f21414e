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

/** The report with a start that can be, and what was odd about it. */
export const withSafeTimes = (
  draft: CompactDraft,
  mailDate: string | undefined,
): { draft: CompactDraft; odd: string[] } => {
  const odd = neverWaits(draft) ? impossibleTimes(draft, mailDate) : [];
  if (mailDate === undefined || !odd.some((field) => starts.includes(field))) return { draft, odd };
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
