import { factsOf } from "../core/compact-events/events-of-mail.ts";
import type { EpisodeStore } from "../core/ports/episode-store.ts";
import type { Ledger, ReceivedMail } from "../core/ports/ledger.ts";
import type { About, DecidedEntry, LedgerEntry, Write } from "../core/ports/writes.ts";
import { type Instant, toIso } from "../domain/calendar/instant.ts";
import type { CompactDraft, ParseResult } from "../domain/compact/compact.ts";
import { type Dispute, mergedDisputes } from "../domain/compact/dispute.ts";
import { countLabels } from "../domain/compact/label-count.ts";
import { isOdd, quarantines } from "../domain/compact/quarantine-reasons.ts";
import type { CompactEvent } from "../domain/episode/events.ts";
import type { Reading } from "../reading/reading.ts";
import { entryFor, inHourlyList, mayWait, quarantined, superseded } from "./entries.ts";
import { besideTheWaiting, standing } from "./resend.ts";

export type DecideDeps = {
  ledger: Pick<Ledger, "byDigest" | "entry">;
  episodes: Pick<EpisodeStore, "load">;
  now: () => Instant;
};

/** How a mail is accounted for, and what it adds to which episode. */
type Account = { entry: LedgerEntry; events: Map<string, CompactEvent[]> };

export type Decided = Account & {
  /** The same mail, which waits no longer. */
  settles?: DecidedEntry;
  /** What else is kept: that this mail now stands for its content, or that one that waits came again. */
  digest: Write[];
};

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

/** A reference is the force's own number; a longer one may be anything, and a mail to staff carries no words of the mail. */
const longestReference = 40;

const aboutOf = ({ kind, reference }: CompactDraft): About => ({
  ...(kind ? { kind } : {}),
  ...(reference && reference.length <= longestReference ? { reference } : {}),
});

/** What whoever is told of a waiting mail has to know before opening it. */
const toldOf = (
  { result, mail }: Reading,
  more: readonly Dispute[],
): Pick<LedgerEntry, "about" | "disputes"> => {
  const drafts = [...result.compacts, ...(result.status === "accepted" ? (result.waiting ?? []) : [])];
  const about = drafts.map(aboutOf).filter((one) => Object.keys(one).length > 0);
  const disputes = mergedDisputes([...(mail.disputes ?? []), ...more]);
  return { ...(about.length > 0 ? { about } : {}), ...(disputes.length > 0 ? { disputes } : {}) };
};

/** The mail by itself, whatever came before it under another id. */
const readAfresh = async (mail: ReceivedMail, reading: Reading, deps: DecideDeps): Promise<Account> => {
  const { result, mail: read } = reading;
  const now = deps.now();
  const known = { ...ofItsForce(reading), digest: read.digest };
  if (result.status === "quarantined" || read.force === undefined) {
    const wait = { reasons: reasonsOf(reading), waiting: reportsIn(result), ...toldOf(reading, []) };
    const entry = { ...quarantined(mail, wait, now), ...known };
    return { entry: mayWait(entry, read) ? inHourlyList(entry, now) : entry, events: new Map() };
  }
  const { mailId, receivedAt } = mail;
  const { digest, force, trusted, doubt } = read;
  const date = read.date === undefined ? undefined : Date.parse(read.date);
  const origin = { mailId, digest, force, trusted, date, receivedAt, doubt };
  const { events, reasons: found, waiting, disputes } = await factsOf(result, origin, deps.episodes);
  const reasons = [...new Set([...result.reasons, ...found])];
  const episodes = [...events.keys()];
  const entry = quarantines(reasons)
    ? quarantined(mail, { reasons, waiting, episodes, ...toldOf(reading, disputes) }, now)
    : entryFor(mail, {
        outcome: "applied",
        reasons,
        episodes,
        ...(reasons.some(isOdd) ? { alertAt: toIso(now) } : {}),
      });
  return { entry: { ...entry, ...known }, events };
};

/** What this mail should leave behind, on what is stored now. Writes nothing. */
export const decide = async (mail: ReceivedMail, reading: Reading, deps: DecideDeps): Promise<Decided> => {
  const { mailId } = mail;
  const { digest } = reading.mail;
  const owner = await deps.ledger.byDigest(digest);
  const duplicate = ({ mailId: duplicateOf, ...one }: LedgerEntry): Decided => {
    // Nobody has acted on the first yet: whoever was told of it is told that it came again, once for all its copies.
    const isWaiting = one.outcome === "quarantined" && one.alertAt !== undefined && !one.decision;
    const isTold = isWaiting && !one.cameAgain;
    return {
      entry: entryFor(mail, {
        outcome: "duplicate",
        duplicateOf,
        ...ofItsForce(reading),
        ...(isTold ? { alertAt: toIso(deps.now()) } : {}),
      }),
      events: new Map(),
      digest: isTold ? [{ kind: "came-again", mailId: duplicateOf }] : [],
    };
  };
  const first = owner === undefined || owner === mailId ? undefined : await deps.ledger.entry(owner);
  const stands = first && standing(first);
  if (first && stands === "stands") return duplicate(first);
  const account = await readAfresh(mail, reading, deps);
  const beside = first && stands === "waits" ? besideTheWaiting(account.entry, first) : undefined;
  if (first && beside === "same") return duplicate(first);
  return {
    ...account,
    ...(first && beside === "better" ? { settles: superseded(first, mailId, deps.now()) } : {}),
    digest:
      owner === mailId
        ? []
        : [{ kind: "digest", digest, mailId, ...(owner === undefined ? {} : { instead: owner }) }],
  };
};
