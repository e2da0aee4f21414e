import type { Instant } from "../calendar/instant.ts";
import { addDaysInLondon, atTimeOfDay } from "../calendar/london.ts";
import type { Profile } from "../profile/profile.ts";
import { type Period, periodOf } from "./period.ts";
import type { ReportName } from "./report-names.ts";
import { reports } from "./reports.ts";

type Sent = NonNullable<Profile["reports"][ReportName]>;

/** So many days after the period's last, at a time of London's clocks. */
export const sendAt = ({ to }: Period, { daysAfter, at }: Pick<Sent, "daysAfter" | "at">): Instant =>
  atTimeOfDay(addDaysInLondon(to, daysAfter), at);

/** An outage this long loses no report; one that is older when an authority goes live is not sent any more. */
const CATCH_UP_MS = 3 * 86_400_000;

export type DueReport = { report: ReportName; period: Period; dueAt: Instant };

/** What has to be out by now: of each report the periods whose time came in the last days. Whether it went, the caller knows. */
export const dueReports = ({ reports: sent }: Profile, now: Instant): DueReport[] =>
  (Object.entries(sent) as [ReportName, Sent][]).flatMap(([report, own]) => {
    const due: DueReport[] = [];
    let period = periodOf(reports[report].period, now);
    for (;;) {
      const dueAt = sendAt(period, own);
      if (dueAt <= now - CATCH_UP_MS) return due;
      if (dueAt <= now) due.unshift({ report, period, dueAt });
      period = periodOf(period.kind, period.from - 1);
    }
  });
