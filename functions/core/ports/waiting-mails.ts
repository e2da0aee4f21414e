import type { Instant } from "../../domain/calendar/instant.ts";
import type { Actor } from "../../domain/console/actor.ts";
import type { Reading } from "../../reading/reading.ts";
import type { LedgerEntry } from "./writes.ts";

/** What a person decides about a mail, on its way to whoever carries it out. */
export type DecisionSent = {
  id: string;
  mailId: string;
  decision: string;
  channel: "console";
  actor: Actor;
  reason?: string;
  reference?: string;
  data?: unknown;
};

/** What became of it. Of a refusal, why. */
export type DecisionAnswer = { outcome: string; faults?: readonly { says: string }[] | undefined };

/** Kept for whoever waits for it on a page: a decision takes longer than a browser does. */
export type DecisionAnswers = {
  keep: (id: string, answer: DecisionAnswer, now: Instant) => Promise<void>;
  find: (id: string, now: Instant) => Promise<DecisionAnswer | undefined>;
};

/** Mails that wait for a person, as the console deals with them. */
export type WaitingMails = {
  all: () => Promise<LedgerEntry[]>;
  entry: (mailId: string) => Promise<LedgerEntry | undefined>;
  /** With its own words and files. */
  read: (entry: LedgerEntry) => Promise<Reading>;
  /** Where a file of it, or the whole of it, can be fetched within the minute; undefined where there is no such file. */
  link: (entry: LedgerEntry, file: string) => Promise<string | undefined>;
  /** Sent on its way; what became of it is found under its id. */
  decide: (decision: DecisionSent) => Promise<void>;
  answer: DecisionAnswers["find"];
};
