import { toIso } from "../../functions/domain/calendar/instant.ts";
import type { FactsRow, Mark } from "../../functions/domain/returns/facts-row.ts";

/** Back on Sat 14 Nov 2026 at 08:00; the force's mail is written at 10:00 and here at 11:00. */
export const BACK = Date.parse("2026-11-14T08:00:00Z");
const HOUR = 3_600_000;

/** An instant so many hours after the return. */
export const hours = (after: number): number => BACK + after * HOUR;

export const mark = (kind: Mark["kind"], after: number, codes?: Mark["codes"]): Mark => ({
  kind,
  at: toIso(hours(after)),
  recordedAt: toIso(hours(after)),
  ...(codes ? { codes } : {}),
});

export const aFactsRow = (fields: Partial<FactsRow> = {}): FactsRow => ({
  made: 1,
  episodeId: "ep-1",
  month: "2026-11",
  child: "child#1",
  force: "derbyshire-police",
  reference: "MP/26/1",
  status: "returned",
  absence: false,
  startAt: toIso(hours(-30)),
  notifiedAt: toIso(hours(-28)),
  foundAt: toIso(hours(0)),
  returnedAt: toIso(hours(0)),
  foundSentAt: toIso(hours(2)),
  foundNotifiedAt: toIso(hours(3)),
  age: 15,
  placedByAnother: false,
  flags: [],
  marks: [],
  ...fields,
});
