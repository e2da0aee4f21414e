import type { EpisodeEvent } from "../../functions/domain/episode/events.ts";
import { type InterviewRecord, interviewRecord } from "../../functions/domain/record/record.ts";
import { aContext } from "./context.ts";
import { anAction, foundCompact, missingCompact } from "./events.ts";
import { aProfile } from "./profile.ts";

/** Two sections the child may read, one that is kept from them. */
export const aForm = {
  form: [
    { id: "account", title: "The child's account", forChild: "What you told us" },
    { id: "help", title: "What would help", forChild: "What would help you" },
    { id: "parent", title: "The parent's account" },
  ],
};

export const held = anAction("interview-held", "2026-11-16T10:00:00Z", { method: "face-to-face" });
export const written = anAction("written-record", "2026-11-16T12:00:00Z", {
  writtenToChild: true,
  sections: { account: "You left at night.", parent: "Her mother heard the door." },
});
export const signed = anAction(
  "sign-off",
  "2026-11-16T14:00:00Z",
  { nextSteps: "A safety plan", manager: "mo@anyshire.example" },
  "line-manager",
);

/** An episode of Anyshire's, back on Sun 15 Nov 2026 at 08:00; what was done since, in the order it is known. */
export const afterReturn = (actions: readonly EpisodeEvent[], profile = aProfile(aForm)) =>
  aContext({ profile, now: "2026-12-01T00:00:00Z", events: [missingCompact(), foundCompact(), ...actions] });

/** What was done since the return, as the interview's record. */
export const aRecord = (...actions: EpisodeEvent[]): InterviewRecord => interviewRecord(afterReturn(actions));
