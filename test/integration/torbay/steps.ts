import { mail, people, type Step } from "../../../localstack/lab/story/steps.ts";
import { disclosedLaterSteps } from "./disclosed-later.ts";
import { form } from "./form.ts";
import { takenBackSteps } from "./taken-back.ts";
import { JOWAN, TEGAN } from "./who.ts";

const receives = mail("torbay", new URL("../../fixtures/stories/torbay/", import.meta.url));
const jowan = people("torbay", JOWAN);
const tegan = people("torbay", TEGAN);

/** Found late in the evening, told of late, not reached for three days over the end of summer time. */
const jowanSteps: Step[] = [
  receives("1-found.eml"),
  jowan("2026-10-23T11:00:00+01:00", "provider", "contact-attempt", { method: "call", outcome: "No answer" }),
  jowan("2026-10-23T17:40:00+01:00", "provider", "contact-attempt", {
    contact: "parent",
    method: "call",
    outcome: "No answer",
  }),
  receives("2-found-placed-by-another.eml"),
  receives("3-missing-late.eml"),
  jowan("2026-10-26T09:20:00Z", "provider", "nil-return", { reason: "No answer in three days" }, true),
  jowan("2026-10-26T10:00:00Z", "childrens-services", "contact-made", { contact: "child", method: "visit" }),
  jowan("2026-10-26T10:10:00Z", "provider", "offer-interview", { contact: "child", accepted: true }),
  jowan("2026-10-26T14:00:00Z", "provider", "duty-done", {
    duty: "late-notification",
    outcome: "Raised at Missing Monday",
  }),
  tegan("2026-10-26T14:10:00Z", "provider", "duty-done", {
    duty: "responsible-authority",
    outcome: "Derbyshire's admin team is told",
  }),
  jowan("2026-10-27T16:30:00Z", "provider", "interview-held", {
    method: "face-to-face",
    place: "library",
    independent: true,
    concerns: { safeguarding: true, noticedAt: "2026-10-27T16:00:00Z", summary: "An older boy hurt him." },
  }),
  jowan("2026-10-28T14:00:00Z", "provider", "referral-made", { to: "safeguarding-hub" }),
  jowan(
    "2026-10-29T14:00:00Z",
    "provider",
    "written-record",
    { writtenToChild: false, sections: form },
    true,
  ),
  jowan("2026-10-29T14:10:00Z", "provider", "written-record", {
    writtenToChild: false,
    sections: { ...form, observations: "Quiet at first, then glad to talk." },
  }),
  jowan("2026-10-30T11:00:00Z", "childrens-services", "record-loaded", {}),
];

export const torbaySteps: Step[] = [...disclosedLaterSteps, ...takenBackSteps, ...jowanSteps];
