import type { RawMail, Sightings } from "../core/ports/raw-mails.ts";
import type { Write } from "../core/ports/writes.ts";
import { type Instant, toIso } from "../domain/calendar/instant.ts";

export type ReconcileDeps = {
  sightings: Sightings;
  raw: { list: () => AsyncIterable<RawMail> };
  /** Which of these mails (a hundred at most) have an account. */
  ledger: { accounted: (mailIds: readonly string[]) => Promise<ReadonlySet<string>> };
  transact: (writes: readonly Write[]) => Promise<"committed" | "conflict">;
  now: () => Instant;
};

/** SES's receipt and the queue have had their time; retries of the queue go on meanwhile and may still win. */
const GRACE_MS = 10 * 60_000;

/** SES puts this object when a rule is made; it is no mail. */
const SETUP_NOTIFICATION = "AMAZON_SES_SETUP_NOTIFICATION";

const BATCH = 100;

async function* inBatches(mails: AsyncIterable<RawMail>): AsyncIterable<string[]> {
  let batch: string[] = [];
  for await (const { mailId } of mails) {
    if (mailId !== SETUP_NOTIFICATION) batch.push(mailId);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Puts a mail before a person once its time is up; one that is accounted for meanwhile keeps that account. */
const quarantine = async (mailId: string, now: Instant, deps: ReconcileDeps): Promise<boolean> => {
  if (now - (await deps.sightings.firstSeen(mailId, now)) < GRACE_MS) return false;
  const at = toIso(now);
  const entry = {
    mailId,
    outcome: "quarantined",
    reasons: ["no-receipt"],
    episodes: [],
    receivedAt: at,
    alertAt: at,
  } as const;
  return (await deps.transact([{ kind: "ledger", entry }])) === "committed";
};

/** Every raw mail ends in exactly one of three: one that nobody accounted for goes to a person. */
export const reconcileMail = async (deps: ReconcileDeps): Promise<{ seen: number; found: number }> => {
  const now = deps.now();
  let seen = 0;
  let found = 0;
  for await (const mailIds of inBatches(deps.raw.list())) {
    seen += mailIds.length;
    const accounted = await deps.ledger.accounted(mailIds);
    for (const mailId of mailIds.filter((id) => !accounted.has(id)))
      if (await quarantine(mailId, now, deps)) found += 1;
  }
  return { seen, found };
};
