import { mail, people, type Step } from "../../../localstack/lab/story/steps.ts";
import type { Mail } from "../support/expected.ts";
import { form } from "./form.ts";
import {
  BUSINESS_SUPPORT,
  CHILDRENS_SERVICES,
  PIRAN,
  POLICE_MISSING_OFFICER,
  PROVIDER,
  PROVIDER_MANAGER,
  SAFEGUARDING_HUB,
} from "./who.ts";

const receives = mail("torbay", new URL("../../fixtures/stories/torbay/", import.meta.url));
const piran = people("torbay", PIRAN);
const reason = "It was another child's";

/** Another child's interview is recorded in his episode, sent, and taken back; he himself does not want one. */
export const takenBackSteps: Step[] = [
  receives("5-found.eml"),
  piran("2026-10-14T11:00:00+01:00", "provider", "offer-interview", { contact: "child", accepted: true }),
  piran("2026-10-15T10:00:00+01:00", "provider", "interview-held", {
    method: "face-to-face",
    place: "library",
    independent: true,
  }),
  piran("2026-10-15T10:10:00+01:00", "provider", "written-record", {
    writtenToChild: false,
    sections: { ...form, observations: "Quiet." },
  }),
  piran("2026-10-15T10:30:00+01:00", "provider", "withdraw", { recorded: "written-record", reason }),
  piran("2026-10-15T10:40:00+01:00", "provider", "withdraw", { recorded: "interview-held", reason }),
  piran("2026-10-15T14:00:00+01:00", "provider", "decline", { reason: "He does not want to talk" }),
  piran("2026-10-15T14:10:00+01:00", "provider", "duty-done", {
    duty: "parents-offered",
    outcome: "His mother has nothing to add",
  }),
];

const recipients = [SAFEGUARDING_HUB, POLICE_MISSING_OFFICER, BUSINESS_SUPPORT, CHILDRENS_SERVICES];
const told = [PROVIDER, ...recipients];

export const takenBackMails: readonly Mail[] = [
  ["10-14 09:30", "TOR-10", PROVIDER],
  ["10-15 10:00", "TOR-31", PROVIDER],
  ["10-15 10:10", "TOR-32", ...recipients],
  // Whoever was told is told within a minute, and what the interview had ended stands again (ALL-21).
  ["10-15 10:31", "ALL-21", ...told],
  ["10-15 10:40", "ALL-21", ...told],
  // He declines: the manager is told as well.
  ["10-15 14:00", "ALL-12", PROVIDER_MANAGER],
  ["10-15 14:00", "TOR-26", PROVIDER],
];
