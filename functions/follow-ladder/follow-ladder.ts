import { planFor } from "../core/append-events/append-events.ts";
import { type FireDeps, fireRungs } from "../core/fire-rungs/fire-rungs.ts";
import { LEASE_MS } from "../core/fire-rungs/leases.ts";
import type { Instant } from "../domain/calendar/instant.ts";
import { type LadderStep, stepOf } from "../domain/duty/assess.ts";
import type { Ladder } from "../domain/profile/ladder.ts";

/** What the state machine does next. `state` is the ladder's as stored, so that the wait can see a change. */
export type Step = { kind: "wait" | "settled"; seconds: number; state: string };

export type LadderInput = { episodeId: string; generation: number; ladder: Ladder; startedAt: Instant };

const DAY = 86_400;

/** A wait with nothing to wait for still looks again, so that no execution sleeps past its own hand-over. */
const LONGEST_WAIT_SECONDS = 30 * DAY;

/** Far from Step Functions' year and its 25,000 events: then the next generation takes over. */
const HAND_OVER_AFTER_SECONDS = 300 * DAY;

export const secondsFor = (step: LadderStep, now: Instant): number => {
  if (step.kind === "due") return Math.ceil(LEASE_MS / 1000);
  if (step.kind !== "wait" || step.until === undefined) return LONGEST_WAIT_SECONDS;
  return Math.min(LONGEST_WAIT_SECONDS, Math.max(1, Math.ceil((step.until - now) / 1000)));
};

/**
 * One turn of a ladder: fire what is due, in whatever ladder of the episode, so that one moment is one mail; then say what
 * to wait for. A rung still due afterwards is being told by somebody else: look again when that lease has run out. An execution that a newer generation has followed ends.
 */
export const followLadder = async (input: LadderInput, deps: FireDeps): Promise<Step> => {
  const { episodeId, generation, ladder, startedAt } = input;
  await fireRungs({ episodeId, ladder }, deps);
  const { assessment, context, before } = await planFor({ episodeId, events: [] }, deps);
  const step = stepOf(ladder, assessment, context.now);
  const tooOld = (context.now - startedAt) / 1000 > HAND_OVER_AFTER_SECONDS;
  const followed = before !== undefined && before.generation > generation;
  const kind = step.kind === "settled" || tooOld || followed ? "settled" : "wait";
  return { kind, seconds: secondsFor(step, context.now), state: before?.ladders[ladder] ?? "" };
};
