import { type Instant, toIso } from "../calendar/instant.ts";
import { cohortOf, type ReportInput } from "./input.ts";
import { LIMIT_MS } from "./judged.ts";
import type { ReportName } from "./report-names.ts";
import { reports } from "./reports.ts";
import type { Table } from "./table.ts";

export type Report = {
  report: ReportName;
  title: string;
  authority: string;
  /** Which rules of the authority's protocol ask for it. */
  rule: string;
  clause: string;
  period: { name: string; first: string; last: string };
  cutOff: string;
  /** The period, or the 72 hours after its last return, were not over at the cut-off. */
  provisional: boolean;
  tables: Table[];
  narrative?: string;
};

export type Asked = { report: ReportName; rule: string; clause: string };

const isProvisional = (to: Instant, cutOff: Instant): boolean => cutOff < to + LIMIT_MS;

/** Pure: the same rows, period and cut-off give the same report. */
export const makeReport = ({ report, rule, clause }: Asked, input: ReportInput): Report => {
  const cohort = cohortOf(input);
  const { title, tables } = reports[report];
  const { name, first, last, to } = input.period;
  return {
    report,
    title,
    authority: input.authority,
    rule,
    clause,
    period: { name, first, last },
    cutOff: toIso(input.cutOff),
    provisional: isProvisional(to, input.cutOff),
    tables: tables.map((table) => table(cohort)),
  };
};
