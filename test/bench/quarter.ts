import { toInstant } from "../../functions/domain/calendar/instant.ts";
import type { FactsRow } from "../../functions/domain/returns/facts-row.ts";
import { makeReport, type Report } from "../../functions/domain/returns/make-report.ts";
import { readPeriod } from "../../functions/domain/returns/period.ts";

/** Torbay's quarter, the one with the most in it. */
export const quarterOf = (rows: readonly FactsRow[]): Report => {
  const period = readPeriod("quarter", "2026-Q2");
  if (!period) throw new Error("no quarter");
  const cutOff = toInstant("2026-08-01T00:00:00Z");
  const input = { authority: "Torbay", forces: {}, period, cutOff, rows, open: [] };
  return makeReport({ report: "quarterly", rule: "TOR-43", clause: "4.3" }, input);
};
