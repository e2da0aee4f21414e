import type { Days, Expected, Mail } from "../support/expected.ts";

export const DANIEL = "DP-MIS-2026-1183";
const DANIEL_FIRST = "DP-MIS-2026-1098";
const DANIEL_SECOND = "DP-MIS-2026-1131";
const PRIYA = "DP-MIS-2026-1190";

const MARSH = "j.marsh@derby.example";
const ADEYEMI = "p.adeyemi@derby.example";
const COORDINATOR = "missing-coordinator@derby.example";
const RUNAWAYS_MANAGER = "runaways-manager@derby.example";
const HEAD_OF_SERVICE = "head-of-service@derby.example";
const FIRST_CONTACT = "first-contact@derby.example";
const CRE_MANAGER = "cre-manager@derby.example";
const PROTECTION_MANAGER = "child-protection-manager@derby.example";
const REVIEWING_OFFICERS = "iro-service@derby.example";
const POLICE = "missing-team@derbyshire-police.example";

/** A child in care is missing, and nobody is allocated to this episode (F; 5.2, 5.4, 6.8). */
const missingInCare = (at: string, worker = COORDINATOR): Mail[] => [
  // The police do not say whether there is a protection plan.
  [at, "ALL-07", worker],
  [at, "DER-02", COORDINATOR],
  [at, "DER-15", REVIEWING_OFFICERS],
  [at, "DER-27", HEAD_OF_SERVICE],
  [at, "DER-27", worker],
];

/** The worker of the earlier episode, which is open still, goes on with this one. */
const carriedOn = (at: string): Mail[] => [...missingInCare(at, MARSH), [at, "ALL-17", MARSH]];

/** Found while nobody is allocated: the coordinator stands in for the worker (F; 5.2, 6.7, 6.8). */
const foundUnallocated = (at: string, worker = COORDINATOR): Mail[] => [
  [at, "DER-05", COORDINATOR],
  [at, "DER-06", worker],
  [at, "DER-15", REVIEWING_OFFICERS],
  [at, "DER-21", worker],
];

/** Allocated after the return: the missing and the found compact go on together (F). */
const bothForwarded = (at: string): Mail[] => [
  [at, "DER-02", MARSH],
  [at, "DER-05", MARSH],
];

const daniel: readonly Mail[] = [
  ...carriedOn("11-16 02:10"),
  // The third episode in 30 days, the second ever, the third in 90 days (F; 6.6, 6.7, 7.3).
  ["11-16 02:10", "DER-09", MARSH],
  ["11-16 02:10", "DER-09", FIRST_CONTACT],
  ["11-16 02:10", "DER-10", MARSH],
  ["11-16 02:10", "DER-11", POLICE],
  ["11-16 09:30", "DER-02", MARSH],
  // Missing since Sun 15 Nov at 23:15: the threshold after a day, the meeting's reminder after two (F; 5.4).
  ["11-16 23:15", "DER-03", MARSH],
  ["11-17 23:15", "DER-04", ADEYEMI],
  // Home on Wed 18 Nov at 07:25, with no prevention visit and at risk of exploitation (F; 6.6 – 6.9).
  ["11-18 07:40", "DER-05", MARSH],
  ["11-18 07:40", "DER-06", MARSH],
  ["11-18 07:40", "DER-12", COORDINATOR],
  ["11-18 07:40", "DER-14", POLICE],
  ["11-18 07:40", "DER-15", REVIEWING_OFFICERS],
  ["11-18 07:40", "DER-21", MARSH],
  ["11-18 07:40", "DER-21", MARSH],
  ["11-18 07:40", "DER-21", CRE_MANAGER],
  // The 72 hours end on Sat 21 Nov at 07:25, and nobody holds the interview (F; 6.7).
  ["11-20 07:25", "DER-06", MARSH],
  ["11-21 07:25", "DER-06", MARSH, ADEYEMI],
  ["11-22 08:30", "DER-06", HEAD_OF_SERVICE],
];

const priya: readonly Mail[] = [
  ["11-17 20:00", "DER-02", COORDINATOR],
  // Perhaps with family: the concern is shared, and whether there is a protection plan is asked (4.1.6, 6.9).
  ["11-17 20:00", "DER-29", COORDINATOR],
  ["11-17 20:00", "ALL-07", COORDINATOR],
  ["11-18 00:00", "ALL-18", COORDINATOR],
  ["11-18 04:00", "ALL-18", RUNAWAYS_MANAGER],
  // Reported on Tue 17 Nov at 19:20 as "no apparent risk", and never decided (4.2).
  ["11-18 17:20", "DER-01", COORDINATOR],
  ["11-18 19:20", "DER-01", COORDINATOR, POLICE],
  ["11-19 19:20", "DER-01", RUNAWAYS_MANAGER, POLICE],
  // Missing since 16:15: the threshold from a day on (F), its repetitions in the list, the meeting by three days (5.4).
  ["11-18 16:15", "DER-03", COORDINATOR],
  ["11-19 16:15", "DER-04", RUNAWAYS_MANAGER],
  ["11-20 16:15", "DER-04", RUNAWAYS_MANAGER, COORDINATOR],
  ["11-21 08:30", "DER-04", HEAD_OF_SERVICE],
];

const onEach = (days: readonly string[], owners: readonly string[]): Days =>
  Object.fromEntries(days.map((day) => [day, owners]));

export const derbyMails: Expected = {
  mails: {
    [DANIEL_FIRST]: [
      ...missingInCare("11-06 22:50"),
      // Four hours on nobody is allocated, and eight: the next role.
      ["11-07 02:50", "ALL-18", COORDINATOR],
      ["11-07 06:50", "ALL-18", RUNAWAYS_MANAGER],
      // Found with the prevention visit made (6.6).
      ...foundUnallocated("11-07 08:40"),
      ...bothForwarded("11-07 09:30"),
      // What the worker ended is the manager's to know the same day.
      ["11-08 16:00", "ALL-12", ADEYEMI],
    ],
    [DANIEL_SECOND]: [
      ...carriedOn("11-12 20:30"),
      // The second episode ever (7.3).
      ["11-12 20:30", "DER-10", MARSH],
      ...foundUnallocated("11-13 03:05", MARSH),
      ["11-13 03:05", "DER-14", POLICE],
      ...bothForwarded("11-13 09:15"),
      ["11-14 11:00", "ALL-12", ADEYEMI],
      // A week after the return no visit is recorded, nor why there was none (6.6).
      ["11-20 03:05", "DER-14", POLICE, COORDINATOR],
    ],
    [DANIEL]: daniel,
    [PRIYA]: priya,
    // Last month's report, due on the 5th: the lab began on the 6th (F; P 7.4).
    reports: [["11-07 02:50", "DER-31", "monitoring-group@derby.example"]],
  },
  daily: {
    // Found at night and not allocated: the coordinator's, and whoever would have to sign.
    "11-07": [COORDINATOR, RUNAWAYS_MANAGER],
    // The first episode's toolkit, assessment and plans stay open. The force has its list on Mondays.
    ...onEach(["11-08", "11-09", "11-10", "11-11", "11-12"], [MARSH]),
    "11-13": [MARSH, COORDINATOR],
    ...onEach(["11-14", "11-15"], [MARSH]),
    // The third, with the strategy meeting asked of Children's Services, and not allocated.
    "11-16": [MARSH, COORDINATOR, ADEYEMI, POLICE, FIRST_CONTACT],
    "11-17": [MARSH, ADEYEMI, FIRST_CONTACT],
    // And Priya, allocated to nobody; whether she is on a protection plan nobody has said.
    ...onEach(
      ["11-18", "11-19", "11-20"],
      [MARSH, COORDINATOR, RUNAWAYS_MANAGER, FIRST_CONTACT, PROTECTION_MANAGER, HEAD_OF_SERVICE],
    ),
    // Daniel's interview is overdue: his manager's too, and the day after the Head of Service's.
    ...onEach(
      ["11-21", "11-22"],
      [MARSH, ADEYEMI, COORDINATOR, RUNAWAYS_MANAGER, HEAD_OF_SERVICE, FIRST_CONTACT, PROTECTION_MANAGER],
    ),
  },
};
