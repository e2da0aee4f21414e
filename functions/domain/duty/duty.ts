import type { Instant } from "../calendar/instant.ts";
import type { Rule, Rung } from "../profile/rule.ts";

export type DutyState = "open" | "done" | "late-done" | "missed" | "not-required";

/** How a duty stands, since when, and why. */
export type Ending = { state: DutyState; at?: Instant; reason?: string };

/** A rung of the ladder at its instant; `fired` once its mail is on record. */
export type DueRung = { id: string; at: Instant; rung: Rung; fired: boolean; firedAt?: Instant };

/** Something a role must do by a time under a clause. One due time; urgency is computed, never stored. */
export type Duty = {
  /** The duty's name, with its number where reviews repeat. */
  key: string;
  rule: Rule;
  createdAt: Instant;
  /** Undefined where the source is silent. */
  dueAt?: Instant;
  /** What was used instead of an anchor nobody stated (ALL-06). */
  standIn?: string;
  state: DutyState;
  endedAt?: Instant;
  /** Why it was not required, or why it was late. */
  reason?: string;
  rungs: readonly DueRung[];
  /** It turns on a fact that nobody stated. */
  undecided?: true;
};
