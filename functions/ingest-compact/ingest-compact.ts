import { type AppendDeps, appendEvents, planFor } from "../append-events/append-events.ts";
import type { EpisodeStore } from "../append-events/ports.ts";
import type { LedgerEntry, Write } from "../append-events/writes.ts";
import { type Instant, toIso } from "../domain/calendar/instant.ts";
import { countLabels } from "../domain/compact/count-labels.ts";
import { quarantines } from "../domain/compact/reasons.ts";
import type { SesReceipt } from "../domain/compact/trust-policy.ts";
import type { ParseResult } from "../domain/compact/types.ts";
import type { CompactEvent } from "../domain/episode/events.ts";
import { TransientError } from "../domain/errors.ts";
import type { Reading } from "../parse-compact/parse-compact.ts";
import { factsOf } from "./facts.ts";

/** A mail as SES announced it. */
export type ReceivedMail = { mailId: string; receivedAt: Instant; receipt: SesReceipt };

export type Ledger = {
  /** How the mail was accounted for; undefined where it was not, or only for want of its receipt. */
  find: (mailId: string) => Promise<LedgerEntry | undefined>;
  /** The first mail with the same From, Date, Subject and parts. */
  byDigest: (digest: string) => Promise<string | undefined>;
};

export type IngestDeps = AppendDeps & {
  ledger: Ledger;
  read: (mail: ReceivedMail) => Promise<Reading>;
  /** Tells a person at once; the watchdog does where this function dies. */
  alert: () => Promise<unknown>;
};

type DecideDeps = {
  ledger: Pick<Ledger, "byDigest">;
  episodes: Pick<EpisodeStore, "load">;
  now: () => Instant;
};

const MOST_CONFLICTS = 8;

/** Filed and listed, with nobody alerted: machines answering our mails, whoever's they are. */
const UNALARMING = new Set(["automatic-reply", "delivery-report"]);

const entryFor = (
  mail: ReceivedMail,
  rest: Pick<LedgerEntry, "outcome"> & Partial<LedgerEntry>,
): LedgerEntry => ({
  mailId: mail.mailId,
  reasons: [],
  episodes: [],
  receivedAt: toIso(mail.receivedAt),
  receipt: mail.receipt,
  ...rest,
});

type Wait = { reasons: readonly string[]; waiting: number; episodes?: readonly string[] };

const quarantined = (mail: ReceivedMail, wait: Wait, now: Instant): LedgerEntry =>
  entryFor(mail, {
    outcome: "quarantined",
    ...wait,
    ...(wait.reasons.some((r) => UNALARMING.has(r)) ? {} : { alertAt: toIso(now) }),
  });

/** A mail that could be read, from nobody the profile knows, is as strange as one that says so itself. */
const reasonsOf = ({ result, mail }: Reading): string[] =>
  result.status === "accepted" && mail.force === undefined
    ? [...result.reasons, "sender-not-allowed"]
    : result.reasons;

/** Of a mail nobody may act on without a person: all that it reports. */
const reportsIn = (result: ParseResult): number =>
  result.compacts.length + (result.status === "accepted" ? (result.waiting?.length ?? 0) : 0);

/** For the watch over the forces' mails. A machine's answer is no report of its force, nor a sign that any will come. */
const ofItsForce = ({ result, mail }: Reading): Pick<LedgerEntry, "force" | "labels"> =>
  mail.force === undefined || mail.automatic ? {} : { force: mail.force, labels: countLabels(result) };

/** What this mail should leave behind, on what is stored now. Writes nothing. */
export const decide = async (mail: ReceivedMail, reading: Reading, deps: DecideDeps) => {
  const { result, mail: read } = reading;
  const now = deps.now();
  const watched = ofItsForce(reading);
  const first = await deps.ledger.byDigest(read.digest);
  if (first !== undefined && first !== mail.mailId)
    return {
      entry: entryFor(mail, { outcome: "duplicate", duplicateOf: first, ...watched }),
      events: new Map<string, CompactEvent[]>(),
    };
  if (result.status === "quarantined" || read.force === undefined)
    return {
      entry: {
        ...quarantined(mail, { reasons: reasonsOf(reading), waiting: reportsIn(result) }, now),
        ...watched,
      },
      events: new Map<string, CompactEvent[]>(),
    };
  const date = read.date === undefined ? undefined : Date.parse(read.date);
  const origin = {
    mailId: mail.mailId,
    digest: read.digest,
    force: read.force,
    trusted: read.trusted,
    date,
    receivedAt: mail.receivedAt,
  };
  const { events, reasons, waiting } = await factsOf(result, origin, deps.episodes);
  const all = [...new Set([...result.reasons, ...reasons])];
  const needsPerson = quarantines(all);
  const episodes = [...events.keys()];
  const entry = needsPerson
    ? quarantined(mail, { reasons: all, waiting, episodes }, now)
    : entryFor(mail, { outcome: "applied", reasons: all, episodes });
  return { entry: { ...entry, ...watched, digest: read.digest }, events };
};

/**
 * Every mail ends in exactly one of: applied, duplicate of another, quarantined with a named role told. Ledger,
 * events, state and outbox are one transaction; of a mail with several children each further episode is added
 * first, under event ids that a retry recognises.
 */
export const ingestCompact = async (mail: ReceivedMail, deps: IngestDeps): Promise<LedgerEntry> => {
  const known = await deps.ledger.find(mail.mailId);
  if (known) return known;
  const reading = await deps.read(mail);
  for (let attempt = 0; attempt < MOST_CONFLICTS; attempt += 1) {
    const { entry, events } = await decide(mail, reading, deps);
    const [main, ...further] = [...events];
    for (const [episodeId, more] of further) await appendEvents({ episodeId, events: more }, deps);
    const planned = main && (await planFor({ episodeId: main[0], events: main[1] }, deps));
    const digest: Write[] = entry.digest
      ? [{ kind: "digest", digest: entry.digest, mailId: mail.mailId }]
      : [];
    const writes: Write[] = [...(planned?.writes ?? []), { kind: "ledger", entry }, ...digest];
    if ((await deps.episodes.transact(writes)) === "committed") {
      await deps.dispatch(planned?.outbox ?? []);
      if (entry.alertAt) await deps.alert();
      return entry;
    }
    const meanwhile = await deps.ledger.find(mail.mailId);
    if (meanwhile) return meanwhile;
  }
  throw new TransientError("the ledger changed under every attempt to account for the mail");
};
