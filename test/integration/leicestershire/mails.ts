import type { Expected } from "../support/expected.ts";

export const ELLIE = "MP/26/004417";

const OKORO = "s.okoro@leicestershire.example";
const HAINES = "m.haines@leicestershire.example";
const CE_TEAM = "ce-team@leicestershire.example";
const SERVICE_MANAGER = "ce-service-manager@leicestershire.example";
const SENIOR_MANAGEMENT_TEAM = "senior-management-team@leicestershire.example";
const POLICE_RETURN_INTERVIEWS = "Missingreturninterviews@leicestershire.pnn.police.uk";
const COUNCIL_CSE_TEAM = "Cfs.cse.team@leics.gov.uk";

export const ellieMails: Expected = {
  mails: {
    [ELLIE]: [
      // Triage, and the worker told of the allocation (1, 2).
      ["11-14 23:05", "LEI-01", CE_TEAM],
      // Four hours on nobody is allocated, and eight: the next role.
      ["11-15 03:05", "ALL-18", CE_TEAM],
      ["11-15 07:05", "ALL-18", SERVICE_MANAGER],
      ["11-15 09:30", "LEI-02", OKORO],
      // Found on Sun 15 Nov at 09:50, with a warning of exploitation (intro, 5, 10).
      ["11-15 10:20", "LEI-04", OKORO],
      ["11-15 10:20", "LEI-06", OKORO],
      ["11-15 10:20", "LEI-11", OKORO],
      // The 72 hours end on Wed 18 Nov at 09:50 (intro); an anomaly from then on, until the interview (15).
      ["11-17 09:50", "LEI-04", OKORO],
      ["11-18 09:50", "LEI-04", OKORO, HAINES],
      ["11-18 09:50", "LEI-16", SERVICE_MANAGER],
      // Held: to be written, offered as a copy, countersigned, overseen (9, 11, 12, 14).
      ["11-19 17:12", "LEI-10", OKORO],
      ["11-19 17:12", "LEI-10", OKORO],
      // What she tells of being exploited asks for the toolkit again.
      ["11-19 17:12", "LEI-11", OKORO],
      ["11-19 17:12", "LEI-12", HAINES],
      ["11-19 17:12", "LEI-14", CE_TEAM],
      // Countersigned: sent on, and the copy she wants is given to her (9, 13).
      ["11-20 14:30", "LEI-10", OKORO],
      ["11-20 14:30", "LEI-12", OKORO],
      ["11-20 14:30", "LEI-13", POLICE_RETURN_INTERVIEWS, COUNCIL_CSE_TEAM],
    ],
    // Each week's timeliness, and her interview overdue (14.2, 15). The lab looks at the hour where something else falls due.
    reports: [
      ["11-10 08:00", "LEI-15", SENIOR_MANAGEMENT_TEAM],
      ["11-16 09:00", "LEI-15", SENIOR_MANAGEMENT_TEAM],
      ["11-19 08:00", "LEI-16", SERVICE_MANAGER],
    ],
  },
  daily: {
    // Triage.
    "11-15": [CE_TEAM, SERVICE_MANAGER],
    // Contact until Tuesday evening, the toolkit until Friday, the written record.
    "11-16": [OKORO],
    "11-17": [OKORO],
    "11-18": [OKORO],
    // Told at the limit, the managers see it in their lists until it is held.
    "11-19": [OKORO, HAINES, SERVICE_MANAGER],
    // And the countersignature, and the oversight.
    "11-20": [OKORO, HAINES, CE_TEAM],
  },
};
