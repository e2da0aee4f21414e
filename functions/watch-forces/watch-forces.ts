import { doneOf, inTurn } from "../core/fire-rungs/in-turn.ts";
import { SCHEDULED_LEASE_MS } from "../core/fire-rungs/leases.ts";
import { peopledNow } from "../core/office/people.ts";
import type { EpisodeStore } from "../core/ports/episode-store.ts";
import type { Claims, SendLetter } from "../core/ports/letters.ts";
import type { People } from "../core/ports/office.ts";
import type { LedgerEntry } from "../core/ports/writes.ts";
import { type Instant, toInstant } from "../domain/calendar/instant.ts";
import { type Finding, findingKinds, findingsIn } from "../domain/force/findings.ts";
import type { ForceMail } from "../domain/force/force-mail.ts";
import type { Profile } from "../domain/profile/profile.ts";
import { judgeReceipt, sesReceiptSchema } from "../reading/compact/trust/trust.ts";
import { forceLetter } from "./force-letter.ts";

export type WatchForcesDeps = {
  /** A force's accounted mails, newest first, and enough of them for the last 50 that count. */
  mails: { newestOf: (force: string) => Promise<LedgerEntry[]> };
  episodes: Pick<EpisodeStore, "transact">;
  profile: Profile;
  people: People;
  claims: Claims;
  send: SendLetter;
  now: () => Instant;
};

type Force = Profile["forces"][number];

const isProved = (receipt: unknown): boolean => {
  const known = sesReceiptSchema.safeParse(receipt);
  return known.success && judgeReceipt(known.data).trusted;
};

const forceMail = ({ receivedAt, outcome, receipt, decision, labels }: LedgerEntry): ForceMail => ({
  receivedAt: toInstant(receivedAt),
  duplicate: outcome === "duplicate",
  quarantined: outcome === "quarantined" || decision !== undefined,
  proved: isProved(receipt),
  labels: labels ?? { all: 0, unrecognised: 0 },
});

const claimOf = (force: Force, kind: Finding["kind"]): string => `force#${force.id}#${kind}`;

/** A claim kept after its mail went says that people know. Where things are well again it is given back. */
const watchForce = async (force: Force, now: Instant, deps: WatchForcesDeps): Promise<boolean> => {
  const { claims, profile } = deps;
  const mails = (await deps.mails.newestOf(force.id)).map(forceMail);
  const found = findingsIn(mails, profile.forceWatch, now);
  const well = findingKinds.filter((kind) => !found.some((finding) => finding.kind === kind));
  await Promise.all(well.map((kind) => claims.giveBack(claimOf(force, kind), now)));
  const taken = await Promise.all(
    found.map(({ kind }) => claims.take(claimOf(force, kind), now, now + SCHEDULED_LEASE_MS)),
  );
  const unsaid = found.filter((_, index) => taken[index]);
  if (unsaid.length === 0) return false;
  await deps.send(forceLetter(force, unsaid, await peopledNow(deps)), now);
  await deps.episodes.transact(
    unsaid.map(({ kind }) => ({ kind: "rung-sent", claim: claimOf(force, kind) })),
  );
  return true;
};

/**
 * Tells the named role, once, that a force's mails are read worse than they were or have stopped; again only after
 * the figure was back within its limit. Two figures that cross at once go in one mail. A force that cannot be looked
 * at keeps no other waiting.
 */
export const watchForces = async (deps: WatchForcesDeps): Promise<{ told: number }> => {
  const now = deps.now();
  return { told: doneOf(await inTurn(deps.profile.forces, (force) => watchForce(force, now, deps))) };
};
