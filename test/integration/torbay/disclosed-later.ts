import { mail, people, type Step } from "../../../localstack/lab/story/steps.ts";
import type { Mail } from "../support/expected.ts";
import { form } from "./form.ts";
import {
  BUSINESS_SUPPORT,
  CHILDRENS_SERVICES,
  DAVY,
  POLICE,
  POLICE_MISSING_OFFICER,
  PROVIDER,
  SAFEGUARDING_HUB,
} from "./who.ts";

const receives = mail("torbay", new URL("../../fixtures/stories/torbay/", import.meta.url));
const davy = people("torbay", DAVY);

/** The day after his interview was sent he tells of what puts him in danger now. */
export const disclosedLaterSteps: Step[] = [
  receives("4-found.eml"),
  davy("2026-10-12T11:00:00+01:00", "provider", "offer-interview", { contact: "child", accepted: true }),
  davy("2026-10-13T10:00:00+01:00", "provider", "interview-held", {
    method: "face-to-face",
    place: "library",
    independent: true,
  }),
  davy("2026-10-13T11:00:00+01:00", "provider", "written-record", {
    writtenToChild: false,
    sections: { ...form, observations: "He was at ease." },
  }),
  davy("2026-10-13T12:00:00+01:00", "childrens-services", "record-loaded", {}),
  davy("2026-10-14T10:00:00+01:00", "provider", "contact-made", {
    contact: "child",
    method: "call",
    concerns: { safeguarding: true, immediate: true, summary: "A man waits for him after school." },
  }),
  davy("2026-10-14T10:20:00+01:00", "provider", "referral-made", { to: "safeguarding-hub" }),
];

export const disclosedLaterMails: readonly Mail[] = [
  ["10-12 09:30", "TOR-10", PROVIDER],
  ["10-13 10:00", "TOR-31", PROVIDER],
  ["10-13 11:00", "TOR-32", SAFEGUARDING_HUB, POLICE_MISSING_OFFICER, BUSINESS_SUPPORT, CHILDRENS_SERVICES],
  // It goes again, marked, and the referral has its own 24 hours (ALL-09; 2.5).
  ["10-14 10:00", "TOR-32", SAFEGUARDING_HUB, POLICE_MISSING_OFFICER, BUSINESS_SUPPORT, CHILDRENS_SERVICES],
  ["10-14 10:00", "TOR-25", PROVIDER],
  // And with it the attempts at contact, of which the call is one (1.6).
  ["10-14 10:00", "TOR-16", CHILDRENS_SERVICES, POLICE],
];
