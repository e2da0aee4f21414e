import { mail, people, type Step } from "./steps.ts";

const samples = new URL("../../../test/fixtures/compacts/", import.meta.url);
const receives = mail("leicestershire", samples);
const ellie = people("leicestershire", "MP/26/004417");

const written = (text: string) =>
  Object.fromEntries(["1", "2", "3", "4", "5", "6", "7"].map((id) => [id, text]));

const interview = {
  method: "face-to-face",
  place: "Fosse Park Academy",
  independent: true,
  concerns: { exploitation: true, summary: "An older friend pays for her phone." },
} as const;

/** Found next morning, contacted, interviewed late with a reason, countersigned, distributed. */
export const ellieSteps: Step[] = [
  receives("1-missing-plain.eml"),
  ellie("2026-11-15T09:30:00Z", "ce-team-manager", "allocate", {
    worker: "s.okoro@leicestershire.example",
    lineManager: "m.haines@leicestershire.example",
    lineManagerRegistered: true,
  }),
  receives("2-found-plain.eml"),
  receives("8-automatic-reply.eml"),
  ellie("2026-11-16T10:00:00Z", "allocated-worker", "contact-attempt", {
    method: "call",
    outcome: "No answer",
  }),
  ellie("2026-11-16T15:30:00Z", "allocated-worker", "contact-attempt", { method: "text" }),
  ellie("2026-11-17T17:15:00Z", "allocated-worker", "contact-made", { contact: "child", method: "call" }),
  ellie("2026-11-17T17:20:00Z", "allocated-worker", "book-interview", {
    for: "2026-11-19T16:00:00Z",
    place: "Fosse Park Academy",
  }),
  ellie("2026-11-19T17:10:00Z", "allocated-worker", "interview-held", interview, true),
  ellie("2026-11-19T17:12:00Z", "allocated-worker", "interview-held", {
    ...interview,
    reasonLate: "Ellie asked to meet at school after her exam on Thursday",
  }),
  ellie("2026-11-19T17:15:00Z", "allocated-worker", "copy-offered", { answer: "yes" }),
  ellie("2026-11-20T10:00:00Z", "allocated-worker", "toolkit", { outcome: "completed" }),
  ellie("2026-11-20T11:00:00Z", "allocated-worker", "written-record", {
    writtenToChild: true,
    sections: written("Ellie, you told us about this in your own words."),
  }),
  ellie("2026-11-20T14:30:00Z", "line-manager", "sign-off", {
    nextSteps: "Safety plan with Ellie and her mother on Monday",
    manager: "m.haines@leicestershire.example",
  }),
  ellie("2026-11-20T15:00:00Z", "line-manager", "oversight", { outcome: "Exploitation meeting asked for" }),
  ellie("2026-11-20T16:00:00Z", "allocated-worker", "record-loaded", {}),
  ellie("2026-11-20T16:10:00Z", "allocated-worker", "duty-done", {
    duty: "plan-updated",
    outcome: "The plan says who meets her from school",
  }),
];
