import type { Profile } from "../../../functions/domain/profile/profile.ts";
import { type Period, periodOf, readPeriod, shapes } from "../../../functions/domain/returns/period.ts";
import type { ReportName } from "../../../functions/domain/returns/report-names.ts";
import { reports } from "../../../functions/domain/returns/reports.ts";
import { nearest } from "../../../functions/domain/shape/nearest.ts";
import { badArgument } from "../../lab/errors.ts";

export const reportAsked = (name: string, { name: authority, reports: sent }: Profile): ReportName => {
  const names = Object.keys(sent) as ReportName[];
  const found = names.find((one) => one === name);
  if (found) return found;
  const meant = nearest(name, names);
  throw badArgument(
    `${authority} has no report "${name}"${meant === undefined ? "" : `; did you mean ${meant}?`} It has ${names.join(", ") || "none"}.`,
  );
};

/** The period that is asked for, or the last that is over. */
export const periodAsked = (report: ReportName, text: string | undefined, now: number): Period => {
  const { period: kind } = reports[report];
  if (text === undefined) return periodOf(kind, periodOf(kind, now).from - 1);
  const period = readPeriod(kind, text);
  if (!period) throw badArgument(`"${text}" is no ${kind}: write one such as ${shapes[kind]}.`);
  if (period.from > now) throw badArgument(`${text} has not begun.`);
  return period;
};
