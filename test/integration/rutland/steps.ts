import { mail, people, type Step } from "../../../localstack/lab/story/steps.ts";
import { cancelledSteps } from "./cancelled.ts";
import { ASHA, MINA, OSCAR_FIRST, OSCAR_SECOND, OSCAR_THIRD, TOM } from "./who.ts";

const receives = mail("rutland", new URL("../../fixtures/stories/rutland/", import.meta.url));
const mina = people("rutland", MINA);
const first = people("rutland", OSCAR_FIRST);
const second = people("rutland", OSCAR_SECOND);
const third = people("rutland", OSCAR_THIRD);

type Person = ReturnType<typeof people>;
const logged = (episode: Person, at: string): Step[] =>
  (["incident-logged", "report-recorded"] as const).map((duty) =>
    episode(at, "duty-social-worker", "duty-done", { duty, outcome: "Case note, Liquid Logic and tracker" }),
  );

const outcomes = { "action-so-far": "Search of the town", "next-actions": "Appeal to her friends" };
const decided = { ...outcomes, "return-to-placement": "Yes, with support" };
const form = Object.fromEntries(
  ["episode", "reasons", "harm", "return-home", "observations"].map((id) => [id, "Written with Mina."]),
);

/** In care, missing for six days; the case review of the third day is held a day late. */
const minaSteps: Step[] = [
  receives("1-missing.eml"),
  mina("2026-10-21T20:00:00+01:00", "duty-social-worker", "allocate", { worker: ASHA, lineManager: TOM }),
  ...logged(mina, "2026-10-21T20:10:00+01:00"),
  receives("2-update.eml"),
  mina("2026-10-25T19:20:00Z", "line-manager", "review-held", { outcomes }, true),
  mina("2026-10-25T19:30:00Z", "line-manager", "review-held", { outcomes: decided }),
  ...(["provision-search", "provision-media", "provision-press"] as const).map((duty) =>
    mina("2026-10-25T19:40:00Z", "line-manager", "duty-done", {
      duty,
      outcome: "Provided for at the review",
    }),
  ),
  mina("2026-10-26T09:30:00Z", "senior-manager", "duty-done", {
    duty: "director-briefed",
    outcome: "Briefed by telephone",
  }),
  receives("3-found.eml"),
  mina("2026-10-28T10:00:00Z", "allocated-worker", "referral-made", { to: "youth-service" }),
  mina("2026-10-28T12:00:00Z", "youth-service", "referral-acknowledged", { interviewer: "Youth worker" }),
  mina("2026-10-30T16:00:00Z", "youth-service", "interview-held", {
    method: "face-to-face",
    place: "Jules House",
    independent: true,
  }),
  mina("2026-10-30T16:30:00Z", "youth-service", "duty-done", {
    duty: "verbal-feedback",
    outcome: "Told by telephone",
  }),
  mina("2026-10-30T16:40:00Z", "line-manager", "sign-off", { nextSteps: "Respite" }, true),
  mina("2026-10-31T11:00:00Z", "youth-service", "written-record", { writtenToChild: false, sections: form }),
  mina("2026-11-02T09:30:00Z", "line-manager", "sign-off", { nextSteps: "Respite on Fridays" }),
  mina("2026-11-02T09:40:00Z", "allocated-worker", "duty-done", {
    duty: "manager-updated",
    outcome: "In supervision",
  }),
  mina("2026-11-02T09:50:00Z", "allocated-worker", "record-loaded", {}),
];

const noWorker = { outcome: "No worker is needed", reason: "School and home are at work with him" };
const noInterview = { outcome: "No interview is requested", reason: "He is settled; school is watching" };

/** In care, absent from school three times in a row; nobody is allocated. */
const oscarSteps: Step[] = [
  receives("absence-1.eml"),
  receives("absence-1-back.eml"),
  ...logged(first, "2026-10-27T10:50:00Z"),
  first("2026-10-27T11:00:00Z", "duty-social-worker", "meeting-held", { meeting: "parents" }),
  first("2026-10-27T11:10:00Z", "duty-social-worker", "duty-done", {
    duty: "absence-considered",
    ...noInterview,
  }),
  first("2026-10-27T11:20:00Z", "line-manager", "duty-done", { duty: "short-episode", ...noInterview }),
  first("2026-10-27T11:25:00Z", "duty-social-worker", "duty-done", { duty: "unallocated", ...noWorker }),
  receives("absence-2.eml"),
  receives("absence-2-back.eml"),
  ...logged(second, "2026-10-28T10:50:00Z"),
  second("2026-10-28T11:00:00Z", "duty-social-worker", "meeting-held", { meeting: "parents" }),
  second("2026-10-28T11:10:00Z", "duty-social-worker", "duty-done", {
    duty: "absence-considered",
    ...noInterview,
  }),
  second("2026-10-28T11:20:00Z", "line-manager", "duty-done", { duty: "short-episode", ...noInterview }),
  second("2026-10-28T11:30:00Z", "line-manager", "duty-done", { duty: "repeat-absences", ...noInterview }),
  second("2026-10-28T11:25:00Z", "duty-social-worker", "duty-done", { duty: "unallocated", ...noWorker }),
  receives("absence-3.eml"),
  receives("absence-3-back.eml"),
  third("2026-10-29T09:15:00Z", "line-manager", "interview-requested", {
    reason: "The third absence in a row; the placement may break down",
  }),
  ...logged(third, "2026-10-29T09:20:00Z"),
  third("2026-10-29T09:25:00Z", "duty-social-worker", "referral-made", { to: "youth-service" }),
  third("2026-10-29T09:30:00Z", "duty-social-worker", "meeting-held", { meeting: "parents" }),
  third("2026-11-02T10:00:00Z", "youth-service", "decline", { reason: "Oscar does not want to talk" }),
];

export const rutlandSteps: Step[] = [...cancelledSteps, ...minaSteps, ...oscarSteps];
