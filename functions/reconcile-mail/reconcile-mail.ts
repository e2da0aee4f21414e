import type { Write } from "../append-events/writes.ts";
import { type Instant, toIso } from "../domain/calendar/instant.ts";

export type RawMail = { mailId: string };

/** When a mail without an account was first noticed, by our clock and not the store's. */
export type Sightings = { firstSeen: (mailId: string, now: Instant) => Promise<Instant> };

export type ReconcileDeps = {
  sightings: Sightings;
  raw: { list: () => AsyncIterable<RawMail> };
  ledger: { has: (mailId: string) => Promise<boolean> };
  transact: (writes: readonly Write[]) => Promise<"committed" | "conflict">;
  now: () => Instant;
};

/** SES's receipt and the queue have had their time; retries of the queue go on meanwhile and may still win. */
const GRACE_MS = 10 * 60_000;

/** SES puts this object when a rule is made; it is no mail. */
const SETUP_NOTIFICATION = "AMAZON_SES_SETUP_NOTIFICATION";

/** Every raw mail ends in exactly one of three: one that nobody accounted for goes to a person. */
export const reconcileMail = async (deps: ReconcileDeps): Promise<{ seen: number; found: number }> => {
  const now = deps.now();
  let seen = 0;
  let found = 0;
  for await (const { mailId } of deps.raw.list()) {
    if (mailId === SETUP_NOTIFICATION) continue;
    seen += 1;
    if (await deps.ledger.has(mailId)) continue;
    if (now - (await deps.sightings.firstSeen(mailId, now)) < GRACE_MS) continue;
    const at = toIso(now);
    const entry = {
      mailId,
      outcome: "quarantined",
      reasons: ["no-receipt"],
      episodes: [],
      receivedAt: at,
      alertAt: at,
    } as const;
    if ((await deps.transact([{ kind: "ledger", entry }])) === "committed") found += 1;
  }
  return { seen, found };
};
