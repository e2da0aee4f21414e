import type { Decision, LedgerEntry } from "../core/ports/writes.ts";
import { quarantines } from "../domain/compact/quarantine-reasons.ts";

const isGone = ({ kind, unproved }: Decision): boolean =>
  kind === "discarded" || kind === "passed-on" || unproved === true;

/**
 * What the mail that came first makes of a resend. "stands": it was acted on, and the resend brings nothing.
 * "waits": it depends on how the resend reads. "gone": a person threw it away or passed it on, or let in only what nobody proved.
 */
export const standing = ({ outcome, decision }: LedgerEntry): "stands" | "waits" | "gone" => {
  if (decision) return isGone(decision) ? "gone" : "stands";
  return outcome === "quarantined" ? "waits" : "stands";
};

const grave = ({ reasons }: Pick<LedgerEntry, "reasons">): string[] =>
  reasons.filter((reason) => quarantines([reason]));

const covers = (some: readonly string[], others: readonly string[]): boolean =>
  others.every((one) => some.includes(one));

/**
 * How a resend reads beside the same mail that waits. "same": as badly, or worse, so that it is one piece of work and
 * counts once. "better": of what stood against the first something is gone and nothing has come, as when the code has
 * learned a label, or the first was a forged copy; it takes the first one's place. "other": neither.
 */
export const besideTheWaiting = (resend: LedgerEntry, waiting: LedgerEntry): "same" | "better" | "other" => {
  // It read well the first time too, and was wrong: only a person lets it in again (ALL-21).
  if (waiting.takenOff) return "same";
  if (resend.outcome === "applied") return "better";
  if (covers(grave(resend), grave(waiting))) return "same";
  return covers(grave(waiting), grave(resend)) ? "better" : "other";
};
