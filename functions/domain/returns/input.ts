import type { Instant } from "../calendar/instant.ts";
import { dayInLondon } from "../calendar/london.ts";
import type { FactsRow } from "./facts-row.ts";
import { backOf, type Judged, judge } from "./judged.ts";
import { monthsOf, type Period } from "./period.ts";

/** A duty that is open: what the lists of what was not done are made of. */
export type OpenLine = {
  reference: string;
  duty: string;
  rule: string;
  title: string;
  owner: string;
  dueAt?: string;
  createdAt: string;
};

/** What a report is made of: rows, what is open, a period and the moment up to which things count. */
export type ReportInput = {
  authority: string;
  /** Forces by id, as people call them. */
  forces: Readonly<Record<string, string>>;
  period: Period;
  cutOff: Instant;
  rows: readonly FactsRow[];
  open: readonly OpenLine[];
};

export type Cohort = ReportInput & {
  /** Every return of the period. */
  returned: readonly Judged[];
  /** Of them those of which 72 hours have passed: what is judged. */
  due: readonly Judged[];
  /** Those of which they have not: counted apart, in no other figure. */
  notYetDue: readonly Judged[];
  /** Episodes that began in the period, back or not, no mistakes among them. */
  begun: readonly FactsRow[];
  /** Those not back at the cut-off. */
  away: readonly FactsRow[];
};

const within = ({ from, to }: Period, at: Instant | undefined): boolean =>
  at !== undefined && at >= from && at < to;

/** By the return, so that nobody is in a numerator and not in its denominator; occurrences by the start. */
export const cohortOf = (input: ReportInput): Cohort => {
  const { period, cutOff, rows } = input;
  const returned = rows.flatMap((row) =>
    within(period, backOf(row)) && (backOf(row) ?? 0) <= cutOff ? (judge(row, cutOff) ?? []) : [],
  );
  const real = rows.filter(({ status }) => status !== "cancelled");
  return {
    ...input,
    returned,
    due: returned.filter(({ due }) => due),
    notYetDue: returned.filter(({ due }) => !due),
    begun: real.filter(({ startAt }) => within(period, Date.parse(startAt))),
    away: real.filter((row) => backOf(row) === undefined && Date.parse(row.startAt) < period.to),
  };
};

/**
 * The months whose rows a report is made of: a year before the period, for repeats and what is usual, up to the cut-off,
 * since an episode that began in the period may have ended long after it.
 */
export const monthsRead = ({ first, last }: Period, cutOff: Instant): string[] => {
  const yearBefore = `${Number(first.slice(0, 4)) - 1}${first.slice(4)}`;
  const today = dayInLondon(cutOff);
  return ["open", ...monthsOf({ first: yearBefore, last: today > last ? today : last })];
};
