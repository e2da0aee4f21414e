import type { Expected } from "../support/expected.ts";
import { disclosedLaterMails } from "./disclosed-later.ts";
import { takenBackMails } from "./taken-back.ts";
import {
  BUSINESS_SUPPORT,
  CHILDRENS_SERVICES,
  CHILDRENS_SERVICES_MANAGER,
  DAVY,
  JOWAN,
  MISSING_MONDAY,
  PIRAN,
  POLICE,
  POLICE_MISSING_OFFICER,
  PROVIDER,
  PROVIDER_MANAGER,
  SAFEGUARDING_HUB,
  TEGAN,
} from "./who.ts";

export const torbayMails: Expected = {
  mails: {
    [DAVY]: disclosedLaterMails,
    [PIRAN]: takenBackMails,
    [JOWAN]: [
      // An update with news; nobody is allocated in Torbay.
      ["10-26 09:00", "ALL-10", PROVIDER, PROVIDER_MANAGER],
      // Found on Thu 22 Oct at 22:10, notified at 09:30: more than an officer's shift of 10 hours (1.1, 4.2).
      ["10-23 09:30", "TOR-10", PROVIDER],
      ["10-23 09:30", "TOR-42", PROVIDER, MISSING_MONDAY],
      // 24 hours from the notification without child or family, though they were rung (1.2, 1.4, 1.6).
      ["10-24 05:30", "TOR-12", PROVIDER],
      ["10-24 09:30", "TOR-12", PROVIDER, PROVIDER_MANAGER],
      ["10-25 09:30", "TOR-12", PROVIDER_MANAGER, CHILDRENS_SERVICES],
      ["10-24 09:30", "TOR-14", CHILDRENS_SERVICES, PROVIDER],
      ["10-24 09:30", "TOR-16", CHILDRENS_SERVICES, POLICE],
      // 24 elapsed hours from that mail end an hour earlier by the clock, as summer time ends (1.5).
      ["10-25 04:30", "TOR-15", CHILDRENS_SERVICES],
      ["10-25 08:30", "TOR-15", CHILDRENS_SERVICES, CHILDRENS_SERVICES_MANAGER],
      ["10-26 08:30", "TOR-15", CHILDRENS_SERVICES_MANAGER],
      // Home on Thu 22 Oct at 22:50: 72 elapsed hours end on Sunday at 21:50 (1.3, 2.1).
      ["10-24 22:50", "TOR-13", PROVIDER],
      ["10-25 21:50", "TOR-13", PROVIDER, PROVIDER_MANAGER, CHILDRENS_SERVICES, POLICE],
      ["10-26 21:50", "TOR-13", PROVIDER_MANAGER, CHILDRENS_SERVICES],
      // The interview, its concern noticed at 16:00 and referred after the reminder (1.6, 2.5, 3.1).
      ["10-27 16:30", "TOR-16", CHILDRENS_SERVICES, POLICE],
      ["10-27 16:30", "TOR-25", PROVIDER],
      ["10-27 16:30", "TOR-31", PROVIDER],
      ["10-28 12:00", "TOR-25", PROVIDER],
      // Two working days end on Thu 29 Oct at 17:00; written at 14:10 and sent, to be loaded in 24 hours (3.1–3.3).
      ["10-29 13:00", "TOR-31", PROVIDER],
      ["10-29 14:10", "TOR-32", SAFEGUARDING_HUB, POLICE_MISSING_OFFICER, BUSINESS_SUPPORT],
      ["10-29 14:10", "TOR-32", CHILDRENS_SERVICES],
      ["10-30 10:10", "TOR-33", CHILDRENS_SERVICES],
    ],
    // The standards do not apply to her: no clock runs (intro).
    [TEGAN]: [
      ["10-23 20:00", "TOR-10", PROVIDER],
      ["10-23 20:00", "TOR-00", PROVIDER],
      // Nobody has told the responsible authority by then: local practice watches it.
      ["10-24 20:00", "TOR-00", PROVIDER, PROVIDER_MANAGER],
      ["10-25 20:00", "TOR-00", PROVIDER_MANAGER, CHILDRENS_SERVICES],
    ],
    // Missing Monday's list of each week, the first late as the lab began after 08:00, and the forum's of October (4.1);
    // the quarter's report (4.4).
    reports: [
      ["10-12 11:00", "TOR-41", MISSING_MONDAY],
      ["10-14 09:00", "TOR-44", "performance-sub-group@torbay.example"],
      ["10-19 08:00", "TOR-41", MISSING_MONDAY],
      ["10-26 08:00", "TOR-41", MISSING_MONDAY],
      ["11-02 08:00", "TOR-41", MISSING_MONDAY],
      ["11-03 09:00", "TOR-41", "macse@torbay.example"],
    ],
  },
  daily: {
    // Davy's interview, and Piran's.
    "10-13": [PROVIDER],
    "10-15": [PROVIDER],
    // Missing Monday's item and the responsible authority to be told, both until Mon 26 Oct at 14:00.
    "10-24": [PROVIDER, MISSING_MONDAY],
    // The offer is late: who was told at its limit sees it too; Children's Services have their own attempt.
    "10-25": [PROVIDER, PROVIDER_MANAGER, CHILDRENS_SERVICES, MISSING_MONDAY],
    // The police, who share the interview's limit (2.1), have their list on Mondays.
    "10-26": [
      PROVIDER,
      PROVIDER_MANAGER,
      CHILDRENS_SERVICES,
      CHILDRENS_SERVICES_MANAGER,
      MISSING_MONDAY,
      POLICE,
    ],
    // The interview is overdue until the afternoon; then referral and record.
    "10-27": [PROVIDER, PROVIDER_MANAGER, CHILDRENS_SERVICES],
    "10-28": [PROVIDER],
    "10-29": [PROVIDER],
    // To be loaded.
    "10-30": [CHILDRENS_SERVICES],
  },
};
