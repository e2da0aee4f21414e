import { toIso } from "../../functions/domain/calendar/instant.ts";
import type { FactsRow } from "../../functions/domain/returns/facts-row.ts";
import type { ReportInput } from "../../functions/domain/returns/input.ts";
import { makeReport, type Report } from "../../functions/domain/returns/make-report.ts";
import { readPeriod } from "../../functions/domain/returns/period.ts";
import type { ReportName } from "../../functions/domain/returns/report-names.ts";
import { reports } from "../../functions/domain/returns/reports.ts";
import { type Cell, isShare } from "../../functions/domain/returns/table.ts";
import { aFactsRow, BACK, hours, mark } from "./facts-row.ts";

const row = (n: number, fields: Partial<FactsRow>): FactsRow =>
  aFactsRow({ episodeId: `ep-${n}`, reference: `MP/26/${n}`, child: `child#${n}`, ...fields });

/** Of one child twice: one interview, held in time for the second return and late for the first. */
const shared = mark("held", 0, {
  method: "face-to-face",
  placeKind: "school",
  wentBecause: "friends placement",
});
const sharedAt = toIso(hours(80));

/**
 * Small enough to be counted by hand: twelve episodes about Sat 14 Nov 2026 08:00, when all but three children came back.
 * 1 in time at 10 h · 2 held at exactly 72 h · 3 held a second later, with its reason · 4 declined by the child · 5 by a
 * parent · 6 exempt · 7 another authority's · 8 an absence · 9 cancelled · 10 and 11 one child, one interview · 12 still missing.
 */
export const smallReturn: FactsRow[] = [
  row(1, {
    age: 13,
    care: "looked-after",
    placement: "childrens-home",
    ethnicGroup: "white",
    school: "Harbour Academy",
    district: "TQ1",
    flags: ["exploitation"],
    marks: [
      mark("allocated", 2, { team: "north" }),
      mark("tried", 3, { method: "call" }),
      mark("reached", 4, { contact: "child" }),
      mark("offered", 4, { accepted: true }),
      mark("held", 10, { method: "face-to-face", placeKind: "home" }),
      mark("safeguarding-decided", 20, { choice: "referral" }),
    ],
  }),
  row(2, {
    age: 13,
    care: "not-looked-after",
    marks: [mark("allocated", 2, { team: "south" }), mark("held", 72, { method: "telephone" })],
  }),
  row(3, {
    age: 17,
    marks: [mark("booked", 5), mark("held", 72 + 1 / 3600, { method: "video", reasonLate: true })],
  }),
  row(4, { marks: [mark("offered", 5, { accepted: false }), mark("declined", 80, { by: "child" })] }),
  row(5, { marks: [mark("declined", 5, { by: "parent" })] }),
  row(6, { marks: [mark("exempt", 5, { reason: "in-hospital" })] }),
  row(7, { placedByAnother: true }),
  row(8, { absence: true }),
  row(9, { status: "cancelled" }),
  row(10, {
    child: "child#ten",
    startAt: toIso(hours(-20)),
    marks: [{ ...shared, at: sharedAt, recordedAt: sharedAt }],
  }),
  row(11, {
    child: "child#ten",
    startAt: toIso(hours(10)),
    foundAt: toIso(hours(20)),
    returnedAt: toIso(hours(20)),
    foundNotifiedAt: toIso(hours(31)),
    foundSentAt: toIso(hours(30)),
    marks: [{ ...shared, at: sharedAt, recordedAt: sharedAt }, mark("concern-raised", 30)],
  }),
  stillMissing(),
];

function stillMissing(): FactsRow {
  const {
    foundAt: _,
    returnedAt: __,
    foundSentAt: ___,
    foundNotifiedAt: ____,
    ...away
  } = row(12, {
    status: "missing",
    month: "open",
    startAt: toIso(hours(-24)),
    risk: "high",
  });
  return away;
}

/** Two weeks after: everything is due. */
export const LATER = BACK + 14 * 24 * 3_600_000;

type Asked = { period: string; cutOff?: number; rows?: readonly FactsRow[]; open?: ReportInput["open"] };

/** A report of those rows, as the authority would have it. */
export const aReport = (
  report: ReportName,
  { period: name, cutOff = LATER, rows = smallReturn, open = [] }: Asked,
): Report => {
  const period = readPeriod(reports[report].period, name);
  if (!period) throw new Error(`${name} is no ${reports[report].period}`);
  const forces = { "derbyshire-police": "Derbyshire Police" };
  const input = { authority: "Anyshire", forces, period, cutOff, rows, open };
  return makeReport({ report, rule: "ANY-01", clause: "1" }, input);
};

const inShort = (cell: Cell): string => (isShare(cell) ? `${cell.count}/${cell.of}` : String(cell));

/** The rows of a table as short as a person would write them; the words of definitions left out. */
export const tableOf = ({ tables }: Report, id: string, columns = 9): string[] => {
  const table = tables.find((one) => one.id === id);
  if (!table) throw new Error(`no table ${id}, only ${tables.map((one) => one.id).join(", ")}`);
  return table.rows.map((cells) => cells.slice(0, columns).map(inShort).join(" | "));
};

/** Without rows at 0, which every breakdown shows. */
export const countsOf = (report: Report, id: string): string[] =>
  tableOf(report, id).filter((line) => !/ \| 0(?: \| 0)? \| 0\//.test(line));
