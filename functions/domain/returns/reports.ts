import type { Cohort } from "./input.ts";
import type { PeriodKind } from "./period.ts";
import type { ReportName } from "./report-names.ts";
import type { Table } from "./table.ts";
import { childTable } from "./tables/children.ts";
import { fourLimits } from "./tables/four-limits.ts";
import { interviewTable } from "./tables/interviews.ts";
import * as lists from "./tables/lists.ts";
import { attempts, notInTime, notOffered, otherAuthorities, requests } from "./tables/outcomes.ts";
import { repeatTable } from "./tables/repeats.ts";
import { stepsTable } from "./tables/steps.ts";
import { afterInterview, timeLeft, timeWentTable } from "./tables/time-went.ts";

export type ReportDefinition = {
  title: string;
  period: PeriodKind;
  /** It asks for words beside the figures. */
  narrative?: true;
  /** A list of what somebody has to act on: with nothing in it, it is no mail. */
  list?: true;
  tables: readonly ((cohort: Cohort) => Table)[];
};

const whereTimeWent = [timeLeft, timeWentTable, afterInterview] as const;

const children = [
  childTable("age"),
  childTable("ethnicity"),
  childTable("accommodation"),
  childTable("school"),
  childTable("length"),
] as const;

/** Torbay 4.3, in its order. */
const monitoring = [
  requests,
  otherAuthorities,
  stepsTable,
  notOffered,
  attempts,
  fourLimits,
  notInTime,
  childTable("care"),
  ...children,
  interviewTable("location"),
  interviewTable("method"),
  interviewTable("reasons"),
  interviewTable("referrals"),
  ...whereTimeWent,
] as const;

const isStrategy = /strategy/;

/** What each report holds, and nothing of who gets it or when: that is the profile's. */
export const reports = {
  timeliness: {
    title: "Return interviews in 72 hours",
    period: "week",
    tables: [lists.timelinessByTeam, lists.timelinessList, ...whereTimeWent],
  },
  anomalies: {
    title: "What was to be done and is not",
    period: "day",
    list: true,
    tables: [
      lists.openDuties(
        "strategy",
        "Strategy discussion required and not held",
        ({ duty }) => isStrategy.test(duty),
        "open duties to hold a strategy discussion",
      ),
      lists.openDuties(
        "interviews",
        "Interviews overdue",
        (line, cutOff) => line.duty === "return-interview" && lists.isOverdue(line, cutOff),
        "open duties to hold the return interview whose limit has passed",
      ),
      lists.openDuties(
        "unsent",
        "Reports not sent",
        ({ duty }) => duty === "distribution",
        "open duties to send an interview to whom it is for",
      ),
    ],
  },
  "monitoring-group": {
    title: "Missing Persons Monitoring Group",
    period: "month",
    tables: [
      lists.newEpisodes,
      repeatTable(3, 30),
      childTable("care"),
      childTable("accommodation"),
      childTable("location"),
      childTable("age"),
      childTable("exploitation"),
      stepsTable,
    ],
  },
  "safeguarding-board": {
    title: "Missing from home and care, for the safeguarding board",
    period: "quarter",
    tables: [
      stepsTable,
      fourLimits,
      childTable("care"),
      ...children,
      notInTime,
      lists.auditSample,
      ...whereTimeWent,
    ],
  },
  panel: {
    title: "Exploitation and missing: the locality panel's list",
    period: "month",
    tables: [lists.panelList("Children for the panel, by locality")],
  },
  "missing-monday": {
    title: "Missing Monday",
    period: "week",
    tables: [lists.newEpisodes, lists.stillAway, lists.openInterviews, lists.processConcerns],
  },
  macse: {
    title: "Children for the MACSE forum",
    period: "month",
    tables: [lists.panelList("Children for the forum, by locality")],
  },
  "strategy-list": {
    title: "Children missing for the 72-hour strategy meeting",
    period: "day",
    list: true,
    tables: [lists.stillAway, repeatTable(3, 90)],
  },
  quarterly: { title: "Monitoring return", period: "quarter", tables: monitoring },
  "quarterly-report": { title: "Quarterly report", period: "quarter", narrative: true, tables: monitoring },
  annual: {
    title: "Annual report",
    period: "year",
    narrative: true,
    tables: [...monitoring, childTable("exploitation"), repeatTable(3, 90)],
  },
  tracker: { title: "Missing and Absent Tracker", period: "month", tables: [lists.tracker] },
} as const satisfies Record<ReportName, ReportDefinition>;
