import type { Expected } from "../support/expected.ts";
import {
  ADMIN_TEAM,
  CRE_MANAGER,
  HEAD_OF_CHILD_PROTECTION,
  JUNE,
  PAUL,
  POLICE,
  POLICE_DIVISION,
  REVIEWING_OFFICERS,
  ROSIE,
} from "./who.ts";

export const derbyshireMails: Expected = {
  mails: {
    [ROSIE]: [
      // A child in care is missing; nobody is allocated yet (5.2, 5.4, 6.8).
      ["10-22 18:00", "DBS-02", ADMIN_TEAM],
      ["10-22 18:00", "ALL-07", ADMIN_TEAM],
      ["10-22 18:00", "DBS-15", REVIEWING_OFFICERS],
      ["10-22 18:00", "DBS-27", HEAD_OF_CHILD_PROTECTION],
      ["10-22 18:00", "DBS-27", ADMIN_TEAM],
      ["10-22 18:30", "DBS-02", JUNE],
      // Reported on Thu 22 Oct at 17:30, "no apparent risk" until Friday at 19:00 (4.2).
      ["10-23 15:30", "DBS-01", ADMIN_TEAM],
      ["10-23 17:30", "DBS-01", ADMIN_TEAM, POLICE],
      // The force raises the risk.
      ["10-23 19:00", "ALL-10", ADMIN_TEAM, JUNE, PAUL],
      // Missing since 16:00: three days end on Sunday at 16:00 in winter time, 24 hours before is 17:00 (5.4).
      ["10-24 17:00", "DBS-04", PAUL],
      ["10-25 16:00", "DBS-04", PAUL, JUNE],
      ["10-26 08:30", "DBS-04", HEAD_OF_CHILD_PROTECTION],
      // Found, home on Tue 27 Oct at 10:00, without a prevention visit, at risk of exploitation (6.5 – 6.9).
      ["10-27 10:30", "DBS-05", JUNE],
      ["10-27 10:30", "DBS-06", JUNE],
      ["10-27 10:30", "DBS-12", JUNE, PAUL],
      ["10-27 10:30", "DBS-14", POLICE],
      ["10-27 10:30", "DBS-15", REVIEWING_OFFICERS],
      ["10-27 10:30", "DBS-21", JUNE],
      ["10-27 10:30", "DBS-21", JUNE],
      ["10-27 10:30", "DBS-21", CRE_MANAGER],
      ["10-27 10:30", "DBS-31", JUNE],
      // The 72 hours end on Fri 30 Oct at 10:00; held, signed off, sent (6.7).
      ["10-29 10:00", "DBS-06", JUNE],
      ["10-29 13:00", "DBS-25", PAUL],
      ["10-30 09:30", "DBS-17", POLICE_DIVISION],
    ],
    // The board's report, due on the 10th: the lab began on the 12th (8); October's list for the panels (2).
    reports: [
      ["10-12 11:00", "DBS-38", "safeguarding-board@derbyshire.example"],
      ["11-03 09:00", "DBS-32", "exploitation-panels@derbyshire.example"],
    ],
  },
  daily: {
    // Legal advice; the emergency meeting that comes due.
    "10-23": [JUNE, PAUL],
    "10-24": [JUNE, PAUL],
    "10-25": [JUNE, PAUL],
    "10-26": [JUNE, PAUL],
    "10-27": [JUNE],
    // The Liberty form, the assessment, abuse to be considered, the foster carer's sheet.
    "10-28": [JUNE],
    "10-29": [JUNE],
    // The signature.
    "10-30": [PAUL],
  },
};
