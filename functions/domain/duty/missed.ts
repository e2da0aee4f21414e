import type { Instant } from "../calendar/instant.ts";
import { agoInWords } from "../letters/standing.ts";
import type { Ending } from "./duty.ts";

const MINUTE = 60_000;

const byHowLong = (due: Instant, at: Instant): string =>
  agoInWords(due, at) ?? `${Math.max(1, Math.floor((at - due) / MINUTE))} min`;

/** What was past its limit when it ended otherwise than by being done was missed, and stays so (ALL-11). */
export const missedIfPast = (ending: Ending, due: Instant | undefined): Ending => {
  const { state, at, reason } = ending;
  if (state !== "not-required" || at === undefined || due === undefined || at <= due) return ending;
  const by = `missed by ${byHowLong(due, at)}`;
  return { state: "missed", at, reason: reason ? `${by}: ${reason}` : by };
};
