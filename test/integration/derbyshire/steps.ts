import { mail, people, type Step } from "../../../localstack/lab/story/steps.ts";
import { JUNE, PAUL, ROSIE } from "./who.ts";

const receives = mail("derbyshire", new URL("../../fixtures/stories/derbyshire/", import.meta.url));
const rosie = people("derbyshire", ROSIE);

const sections = Object.fromEntries(
  ["child-account", "exploitation", "return-home", "parent-carer"].map((id) => [id, "As Rosie told it."]),
);

const outcomes = {
  "action-so-far": "Friends spoken to",
  intelligence: "An older man is named",
  risk: "High",
  "section-47": "Considered: merited",
  "where-when-located": "Her foster home",
  "next-actions": "Telephone data",
};

/** In foster care, "no apparent risk" for too long, missing for five days, at risk of exploitation. */
export const derbyshireSteps: Step[] = [
  receives("1-missing.eml"),
  rosie("2026-10-22T18:30:00+01:00", "coordinator", "allocate", { worker: JUNE, lineManager: PAUL }),
  // The police do not say whether there is a protection plan: asked, she says so.
  rosie("2026-10-22T18:40:00+01:00", "allocated-worker", "fact-recorded", { protectionPlan: "no" }),
  rosie("2026-10-23T11:00:00+01:00", "allocated-worker", "duty-done", {
    duty: "care-legal",
    outcome: "Advice taken; the review stays on its date",
  }),
  rosie("2026-10-23T11:20:00+01:00", "allocated-worker", "contact-made", {
    contact: "carer",
    method: "visit",
  }),
  receives("2-update.eml"),
  rosie("2026-10-26T17:00:00Z", "line-manager", "meeting-held", {
    meeting: "emergency-professionals",
    outcomes,
  }),
  receives("3-found.eml"),
  rosie("2026-10-27T13:50:00Z", "coordinator", "prevention-visit", { held: true, method: "telephone" }, true),
  rosie("2026-10-27T14:00:00Z", "coordinator", "prevention-visit", { held: true, method: "face-to-face" }),
  rosie("2026-10-27T15:00:00Z", "allocated-worker", "advocate-offered", { accepted: true }),
  rosie("2026-10-27T15:10:00Z", "allocated-worker", "toolkit", { outcome: "updated" }),
  rosie("2026-10-27T15:20:00Z", "allocated-worker", "safeguarding-decision", { choice: "referral" }),
  rosie("2026-10-29T13:00:00Z", "allocated-worker", "interview-held", {
    method: "face-to-face",
    place: "Matlock library",
    independent: true,
  }),
  rosie("2026-10-29T13:20:00Z", "allocated-worker", "duty-done", {
    duty: "operation-liberty",
    outcome: "Form sent with the interview",
  }),
  rosie("2026-10-29T13:30:00Z", "allocated-worker", "duty-done", {
    duty: "assessment",
    outcome: "Plan updated with the police",
  }),
  rosie("2026-10-29T13:40:00Z", "allocated-worker", "abuse-considered", {
    concern: false,
    reason: "Rosie feels safe in her foster home",
  }),
  rosie("2026-10-29T13:50:00Z", "allocated-worker", "duty-done", {
    duty: "foster-sheet",
    outcome: "With the supervising social worker",
  }),
  ...(["placement-plans", "record-kept"] as const).map((duty) =>
    rosie("2026-10-29T13:55:00Z", "allocated-worker", "duty-done", { duty, outcome: "On her file" }),
  ),
  rosie("2026-10-29T14:00:00Z", "line-manager", "sign-off", { nextSteps: "Safety plan" }, true),
  rosie("2026-10-29T16:00:00Z", "allocated-worker", "written-record", { writtenToChild: false, sections }),
  rosie("2026-10-30T09:30:00Z", "line-manager", "sign-off", { nextSteps: "Safety plan with her carers" }),
];
