import type { Dispute } from "../../domain/compact/dispute.ts";
import type { LabelCount } from "../../domain/compact/label-count.ts";
import type { Actor, Channel } from "../../domain/console/actor.ts";
import type { EpisodeEvent } from "../../domain/episode/events.ts";
import type { OfficeEvent } from "../../domain/office/events.ts";
import type { FactsRow } from "../../domain/returns/facts-row.ts";
import type { LinkedReport } from "./acknowledgements.ts";
import type { OfficeRow } from "./office.ts";
import type { ChildRow, EpisodeRow } from "./stored-episode.ts";

/** An event as stored: numbered, and chained to the one before by hash. */
export type ChainedEvent<E = EpisodeEvent> = {
  episodeId: string;
  seq: number;
  previousHash: string;
  hash: string;
  event: E;
};

/** What must happen after the commit; kept until it did. */
export type OutboxMessage =
  | { id: string; kind: "start"; episodeId: string; generation: number }
  | { id: string; kind: "wake"; episodeId: string; ladder: string }
  /** Of a commit of before: one for each later episode, where a child with a hundred made no transaction. */
  | { id: string; kind: "reassess"; episodeId: string }
  /** The later episodes of a child, all in one message: those in these rows that began no earlier than this one. */
  | { id: string; kind: "reassess-child"; episodeId: string; keys: readonly string[]; startAt: number }
  | { id: string; kind: "revive"; episodeId: string };

/** One write of the single transaction in which everything about a mail or an action is kept, or nothing. */
export type Write =
  | { kind: "event"; event: ChainedEvent | ChainedEvent<OfficeEvent> }
  | { kind: "office"; row: OfficeRow; expectedVersion: number }
  | { kind: "episode"; row: EpisodeRow; expectedVersion: number }
  | { kind: "facts"; row: FactsRow }
  /** The episode's facts are under another month from now on. */
  | { kind: "facts-left"; month: string; episodeId: string }
  | { kind: "child"; row: ChildRow; expectedVersion: number }
  | { kind: "outbox"; message: OutboxMessage; at: string }
  | { kind: "rung-sent"; claim: string }
  | { kind: "link"; link: string; opens: LinkedReport }
  | { kind: "ledger"; entry: LedgerEntry }
  /** Of a mail that is noted as being there and nothing else; refused where anything else is known of it. */
  | { kind: "unannounced"; entry: LedgerEntry }
  /** Ends a quarantined mail's wait; refused where it waits no longer. */
  | { kind: "decided"; entry: DecidedEntry }
  /** A mail taken off an episode waits anew; refused where its account is another by now. */
  | { kind: "waits-again"; entry: LedgerEntry; was: LedgerEntry }
  /** Noted on a mail that waits; refused where it waits no longer. */
  | { kind: "asked"; mailId: string; asked: Asked }
  /** Noted on a mail that waits, once: the same words came again, and somebody is told of that. */
  | { kind: "came-again"; mailId: string }
  /** From now on this mail stands for its content: the first to, or instead of the one named. */
  | { kind: "digest"; digest: string; mailId: string; instead?: string };

/** How a raw mail was accounted for: exactly one of the three. */
export type LedgerEntry = {
  mailId: string;
  outcome: "applied" | "duplicate" | "quarantined";
  reasons: readonly string[];
  episodes: readonly string[];
  receivedAt: string;
  digest?: string;
  /** The force whose domain sent it, and how its labels were read; absent for strangers and machines' answers. */
  force?: string;
  labels?: LabelCount;
  /** SES's receipt as it came, for whoever looks at the mail later. */
  receipt?: unknown;
  duplicateOf?: string;
  /** Of a quarantined mail: that it came again, which is told once and not for each copy. */
  cameAgain?: true;
  /** Of a quarantined mail: how many of its reports could be told apart and nobody has acted on. */
  waiting?: number;
  /** Of a quarantined mail of a stranger's with no word of a child in it: told of with others, in a list each hour. */
  inList?: true;
  /** What waits, for whoever is told: no word of who the child is. */
  about?: readonly About[];
  disputes?: readonly Dispute[];
  /** When somebody must be told: that the mail waits for a person, or of what was done with it. Absent where nobody need be. */
  alertAt?: string;
  /** Of a quarantined mail: when its force was asked about it, and by whom. */
  asked?: readonly Asked[];
  /** Of a quarantined mail: what ended its wait. */
  decision?: Decision;
  /** Each time it was taken off an episode it had been put on wrongly. */
  takenOff?: readonly TakenOff[];
};

export type TakenOff = {
  episodeId: string;
  by: string;
  channel?: Channel;
  actor?: Actor;
  at: string;
  reason: string;
  /** The request that had ended its wait. */
  decided?: string;
};

export type Asked = {
  /** The request's, by which the same one sent again is known. */
  id: string;
  force: string;
  by: string;
  channel?: Channel;
  actor?: Actor;
  at: string;
};

/** A report by what it calls itself. */
export type About = { kind?: string; reference?: string };

export type Decision = {
  /** The request's, by which the same one sent again is known. */
  id: string;
  kind: "released" | "attached" | "discarded" | "superseded" | "passed-on";
  by: string;
  channel?: Channel;
  actor?: Actor;
  at: string;
  /** Of a discard, or of what a release leaves out. Otherwise its event in the episode explains the decision. */
  reason?: string;
  /** Of a mail passed on: the role it went to. */
  to?: string;
  /** Nothing proves that the force sent what was let in: a resend of it may, and is read afresh. */
  unproved?: true;
  /** Of a release: the reports nothing is to be done about, by their number among those that waited. */
  leftOut?: readonly number[];
};

export type DecidedEntry = LedgerEntry & { decision: Decision };
