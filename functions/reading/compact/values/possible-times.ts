import type { CompactDraft } from "../../../domain/compact/compact.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
/** A report is often written down a few minutes before the hour people settle on for the last sighting. */
const slack = 10 * minute;

const moments = ["missingSince", "reportedAt", "foundAt", "returnedAt"] as const;

const before = (a: string | undefined, b: string | undefined, by = 0): boolean =>
  a !== undefined && b !== undefined && Date.parse(a) < Date.parse(b) - by;

/**
 * Which of a report's times can't be: to come when the mail was sent, found before missing, missing after it was reported.
 * A mail's own date may be a day out, by its zone or its sender's clock, and may be left out.
 */
export const impossibleTimes = (draft: CompactDraft, mailDate: string | undefined): string[] => {
  const { missingSince, reportedAt, foundAt, returnedAt, preventionInterview } = draft;
  const fields: string[] = moments.filter((field) => before(mailDate, draft[field], day));
  const held = preventionInterview?.completed === false ? undefined : preventionInterview?.at;
  if (before(mailDate, held, day)) fields.push("preventionInterview");
  if (before(reportedAt, missingSince, slack)) fields.push("missingSince");
  if (before(foundAt, missingSince)) fields.push("foundAt");
  if (before(returnedAt, missingSince)) fields.push("returnedAt");
  return fields;
};
