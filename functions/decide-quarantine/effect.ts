import type { AppendDeps } from "../core/append-events/append-events.ts";
import type { Claims, SendLetter } from "../core/ports/letters.ts";
import type { Decision, LedgerEntry } from "../core/ports/writes.ts";
import type { EpisodeEvent } from "../domain/episode/events.ts";
import type { Reading } from "../reading/reading.ts";

export type DecideDeps = AppendDeps & {
  ledger: {
    entry: (mailId: string) => Promise<LedgerEntry | undefined>;
    byDigest: (digest: string) => Promise<string | undefined>;
  };
  claims: Pick<Claims, "take">;
  send: SendLetter;
  /** Reads the stored mail again: the ledger keeps none of what it says. */
  read: (entry: LedgerEntry) => Promise<Reading>;
};

/** What a decision leads to: events of episodes, and what the ledger keeps beside the decision itself. */
export type Effect = {
  kind: Decision["kind"];
  events: ReadonlyMap<string, readonly EpisodeEvent[]>;
  outcome: LedgerEntry["outcome"];
  reason?: string;
  digest?: string;
  /** Nothing proves that the force sent what is let in. */
  unproved?: boolean;
  /** The role it was passed on to. */
  to?: string;
  /** Reports nothing is to be done about, by their number in the mail. */
  leftOut?: number[];
};

/** Sentences for the person, or the name of what is not there. */
export type Fault = readonly string[] | "unknown-episode";

/** Put on an episode again after it was taken off: another event, for the one before counts no more. */
export const eventIdOf = (
  how: "released" | "attached",
  { length }: readonly unknown[] = [],
  what: string,
): string => `${how}:${what}${length > 0 ? `:again-${length}` : ""}`;
