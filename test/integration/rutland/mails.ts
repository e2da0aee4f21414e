import type { Expected } from "../support/expected.ts";
import { cancelledMails } from "./cancelled.ts";
import {
  ASHA,
  CERYS,
  DUTY_WORKER,
  HEAD_OF_SERVICE,
  INTERVIEW_MANAGER,
  MINA,
  OSCAR_FIRST,
  OSCAR_SECOND,
  OSCAR_THIRD,
  POLICE_RETURN_INTERVIEWS,
  SCHOOL_INCLUSION,
  SENIOR_MANAGER,
  TEAM_MANAGER,
  TOM,
  YOUTH_SERVICE,
} from "./who.ts";

export const rutlandMails: Expected = {
  mails: {
    [CERYS]: cancelledMails,
    [MINA]: [
      // Told of a looked-after child; nobody is allocated yet (step 1).
      ["10-21 19:30", "RUT-01", TEAM_MANAGER],
      ["10-21 19:30", "RUT-01", DUTY_WORKER],
      ["10-21 19:30", "RUT-02", HEAD_OF_SERVICE],
      ["10-21 20:00", "ALL-17", ASHA],
      // The force's update raises the risk.
      ["10-22 09:10", "ALL-10", DUTY_WORKER, ASHA, TOM],
      // Missing since Wed 21 Oct at 18:00: three days end on Saturday at 18:00, a day before the clocks change (2, 5).
      ["10-23 18:00", "RUT-03", TOM],
      ["10-23 18:00", "RUT-05", TOM],
      ["10-24 18:00", "RUT-03", TOM, ASHA],
      ["10-24 18:00", "RUT-05", TOM, SENIOR_MANAGER],
      ["10-24 18:00", "RUT-05", SENIOR_MANAGER, TOM],
      ["10-25 18:00", "RUT-03", SENIOR_MANAGER],
      ["10-25 18:00", "RUT-05", SENIOR_MANAGER, TOM],
      // Held on Sun 25 Oct at 19:30: the next by Wed 28 Oct at 19:30 (step 4).
      ["10-27 19:30", "RUT-04", TOM],
      // Back on Wed 28 Oct at 06:20, told at 07:10: the earlier clock ends on Sat 31 Oct at 06:20 (6, 7).
      ["10-28 07:10", "RUT-06", ASHA],
      ["10-28 10:00", "RUT-06", YOUTH_SERVICE],
      ["10-30 06:20", "RUT-07", YOUTH_SERVICE, ASHA],
      // Held on Fri 30 Oct, signed off on Monday (9, 10).
      ["10-30 16:00", "RUT-10", YOUTH_SERVICE],
      ["10-30 16:00", "RUT-10", YOUTH_SERVICE],
      ["10-30 16:00", "RUT-10", TOM],
      ["10-30 16:00", "RUT-12", ASHA],
      ["10-31 11:00", "RUT-10", ASHA],
      ["11-02 09:30", "RUT-11", POLICE_RETURN_INTERVIEWS, INTERVIEW_MANAGER],
    ],
    [OSCAR_FIRST]: [
      ["10-26 10:05", "RUT-01", TEAM_MANAGER],
      ["10-26 10:05", "RUT-02", HEAD_OF_SERVICE],
      ["10-26 10:05", "RUT-01", DUTY_WORKER],
      ["10-26 10:05", "RUT-08", DUTY_WORKER, SCHOOL_INCLUSION],
      // Four hours on nobody is allocated, and eight: the next role.
      ["10-26 14:05", "ALL-18", DUTY_WORKER],
      ["10-26 16:40", "RUT-09", TEAM_MANAGER],
      ["10-26 18:05", "ALL-18", TEAM_MANAGER],
    ],
    [OSCAR_SECOND]: [
      ["10-27 10:10", "RUT-01", TEAM_MANAGER],
      ["10-27 10:10", "RUT-02", HEAD_OF_SERVICE],
      ["10-27 10:10", "RUT-01", DUTY_WORKER],
      ["10-27 10:10", "RUT-08", DUTY_WORKER, SCHOOL_INCLUSION],
      ["10-27 14:10", "ALL-18", DUTY_WORKER],
      ["10-27 18:10", "ALL-18", TEAM_MANAGER],
      // A short episode, and a repeat (step 6).
      ["10-27 17:00", "RUT-09", TEAM_MANAGER],
      ["10-27 17:00", "RUT-09", TEAM_MANAGER],
    ],
    [OSCAR_THIRD]: [
      ["10-28 10:20", "RUT-01", TEAM_MANAGER],
      ["10-28 10:20", "RUT-02", HEAD_OF_SERVICE],
      // The meeting of each absence, and the third in a row (step 6).
      ["10-28 10:20", "RUT-01", DUTY_WORKER],
      ["10-28 10:20", "RUT-08", DUTY_WORKER, SCHOOL_INCLUSION],
      ["10-28 10:20", "RUT-08", DUTY_WORKER, TEAM_MANAGER],
      ["10-28 14:20", "ALL-18", DUTY_WORKER],
      ["10-28 18:20", "ALL-18", TEAM_MANAGER],
      ["10-28 18:00", "RUT-09", TEAM_MANAGER],
      ["10-28 18:00", "RUT-09", TEAM_MANAGER],
      // Requested: referred, and due 72 hours after the request (6, 7).
      ["10-29 09:15", "RUT-06", DUTY_WORKER],
      ["10-29 09:15", "RUT-09", DUTY_WORKER],
      ["10-29 09:25", "RUT-06", YOUTH_SERVICE],
      ["11-01 09:15", "RUT-09", YOUTH_SERVICE, INTERVIEW_MANAGER],
      // He declines: the manager is told the same day.
      ["11-02 10:00", "ALL-12", TEAM_MANAGER],
    ],
    // October's rows of the tracker (step 1, 10).
    reports: [["11-01 08:00", "RUT-01", "missing-tracker@rutland.example"]],
  },
  daily: {
    // Whether Cerys is back, and what her return would ask for.
    "10-13": [ASHA, DUTY_WORKER],
    // The case review and the provisions, due on Saturday evening.
    "10-22": [TOM],
    "10-23": [TOM],
    "10-24": [TOM],
    // Overdue: also with whoever was told so, and the Director's briefing.
    "10-25": [TOM, ASHA, SENIOR_MANAGER],
    "10-26": [TOM, SENIOR_MANAGER],
    // The next review; Oscar's absences, each until it is met about and considered.
    "10-27": [TOM, DUTY_WORKER, TEAM_MANAGER, SCHOOL_INCLUSION],
    // Mina's referral, found 50 minutes before.
    "10-28": [DUTY_WORKER, TEAM_MANAGER, ASHA, SCHOOL_INCLUSION],
    "10-29": [DUTY_WORKER, TEAM_MANAGER, YOUTH_SERVICE, SCHOOL_INCLUSION],
    // Oscar's third absence still has no worker (ALL-18), and the manager was told so.
    "10-30": [DUTY_WORKER, TEAM_MANAGER, ASHA, YOUTH_SERVICE],
    // The form; the signature; the case system and the manager's update; the interview of Oscar's third absence.
    "10-31": [DUTY_WORKER, TEAM_MANAGER, YOUTH_SERVICE, TOM, ASHA],
    "11-01": [DUTY_WORKER, TEAM_MANAGER, YOUTH_SERVICE, TOM, ASHA],
    "11-02": [DUTY_WORKER, TEAM_MANAGER, YOUTH_SERVICE, INTERVIEW_MANAGER, TOM, ASHA],
  },
};
