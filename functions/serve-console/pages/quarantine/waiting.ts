import type { LedgerEntry } from "../../../core/ports/writes.ts";
import { isProvedToBeOf } from "../../../core/waiting-mail/proof.ts";
import { waitingDrafts } from "../../../core/waiting-mail/waiting-drafts.ts";
import type { CompactDraft } from "../../../domain/compact/compact.ts";
import { type Dispute, mergedDisputes } from "../../../domain/compact/dispute.ts";
import { fold } from "../../../domain/episode/fold.ts";
import { episodeIdOf } from "../../../domain/episode/identity.ts";
import { contradictions, type Telling } from "../../../domain/episode/same-child.ts";
import { type Doubt, doubtsOf } from "../../../reading/doubts.ts";
import type { Reading } from "../../../reading/reading.ts";
import type { Console } from "../../console.ts";

/** What the episode under a report's reference says otherwise of the child. */
export type Otherwise = { field: Telling; reported: string; known: string };

export type WaitingReport = {
  draft: CompactDraft;
  /** Fields about which the mail is not to be taken at its word. */
  doubted: readonly string[];
  otherwise: readonly Otherwise[];
};

/** A mail that waits, with everything its page shows. */
export type Waiting = {
  entry: LedgerEntry;
  reading: Reading;
  force: string | undefined;
  isProved: boolean;
  /** What the mail, or the mail and its episode, say in two ways. */
  disputes: readonly Dispute[];
  reports: readonly WaitingReport[];
};

type Deps = Pick<Console, "profile" | "stored" | "waitingMails">;

const otherwise = async (
  { reference, child }: CompactDraft,
  force: string | undefined,
  { stored }: Deps,
): Promise<Otherwise[]> => {
  if (!reference || !force) return [];
  const episodeId = episodeIdOf(force, reference);
  const found = await stored(episodeId);
  if (!found) return [];
  const known = fold(episodeId, found.events).facts.child;
  return contradictions(known, child).map((field) => ({
    field,
    reported: child[field] ?? "",
    known: known?.[field] ?? "",
  }));
};

const doubtedOf = (doubts: readonly Doubt[], index: number): string[] => [
  ...new Set(doubts.filter(({ reports }) => reports.includes(index)).map(({ field }) => field)),
];

/** Read again with the code of now: the ledger keeps nothing of what a mail says. */
export const waitingMail = async (entry: LedgerEntry, console: Deps): Promise<Waiting> => {
  const reading = await console.waitingMails.read(entry);
  const { forces } = console.profile;
  const force = reading.mail.force ?? (forces.length === 1 ? forces[0]?.id : undefined);
  const { result } = reading;
  const all = [...result.compacts, ...(result.status === "accepted" ? (result.waiting ?? []) : [])];
  // Of one that is decided about all is shown: nothing of it waits.
  const drafts =
    force && !entry.decision ? await waitingDrafts(reading, force, entry, { load: console.stored }) : all;
  const doubts = doubtsOf(reading, drafts, entry.receivedAt);
  const reports = await Promise.all(
    drafts.map(async (draft, index) => ({
      draft,
      doubted: doubtedOf(doubts, index),
      otherwise: await otherwise(draft, force, console),
    })),
  );
  const isProved = force !== undefined && isProvedToBeOf(force, reading);
  const disputes = mergedDisputes([...(reading.shown?.disputes ?? []), ...(entry.disputes ?? [])]);
  return { entry, reading, force, isProved, disputes, reports };
};

/** Of a mail that never waited there is nothing to decide, and nothing to see here. */
export const everWaited = ({ outcome, decision }: LedgerEntry): boolean =>
  outcome === "quarantined" || decision !== undefined;
