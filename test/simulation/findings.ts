import { planFor } from "../../functions/core/append-events/append-events.ts";
import { hashOf } from "../../functions/core/append-events/chain.ts";
import type { ChainedEvent } from "../../functions/core/ports/writes.ts";
import type { EpisodeEvent } from "../../functions/domain/episode/events.ts";
import type { Profile } from "../../functions/domain/profile/profile.ts";
import { rowsOf } from "../fakes/episode-store.ts";
import { entryOf } from "../fakes/ledger.ts";
import { eventsOf } from "../fakes/world.ts";
import { leaks } from "./leaks.ts";
import type { Pipeline } from "./pipeline.ts";
import type { Story } from "./story.ts";

const UNALARMED = new Set(["automatic-reply", "delivery-report"]);
const LONGEST_WITH_ALL_WELL = 3 * 60_000;

/** Of a mail that waits somebody has a letter; what one that was applied says stands in each episode it names. */
const mailsUnaccounted = ({ mails, world: { db, post } }: Pipeline): string[] => {
  const subjects = post.sent.map(({ letter }) => letter.subject).join("\n");
  return [...mails.keys()].flatMap((mailId) => {
    const entry = entryOf(db, mailId);
    if (!entry) return [`lost: mail ${mailId} has no account`];
    const waits = entry.outcome === "quarantined" && !entry.decision;
    if (waits && !entry.reasons.some((r) => UNALARMED.has(r)) && !subjects.includes(`${mailId} (`))
      return [`lost: nobody was told of mail ${mailId}, which waits`];
    const named = entry.outcome === "applied" ? entry.episodes : [];
    return named
      .filter(
        (id) =>
          ![...(db.events.get(id)?.values() ?? [])].some((text) => text.includes(`"mailId":"${mailId}"`)),
      )
      .map((id) => `lost: what mail ${mailId} says of ${id}`);
  });
};

const stored = ({ world: { db } }: Pipeline, episodeId: string): ChainedEvent[] =>
  [...(db.events.get(episodeId)?.values() ?? [])].map((text) => JSON.parse(text) as ChainedEvent);

const brokenChains = (pipeline: Pipeline, episodeId: string): string[] => {
  let [seq, last] = [0, ""];
  for (const { seq: at, previousHash, hash, event } of stored(pipeline, episodeId)) {
    seq += 1;
    if (at !== seq || previousHash !== last || hash !== hashOf(previousHash, event))
      return [`chain: ${episodeId} breaks at ${seq}`];
    last = hash;
  }
  return [];
};

const episodeFindings = async (pipeline: Pipeline, episodeId: string, now: number): Promise<string[]> => {
  const { world, stepFunctions } = pipeline;
  const { row, before, assessment } = await planFor({ episodeId, events: [] }, world.deps);
  if (!before) return [`lost: ${episodeId} has no row`];
  const findings = brokenChains(pipeline, episodeId);
  const compared = ["status", "reference", "startAt", "childKeys", "seq", "lastHash"] as const;
  for (const key of compared)
    if (JSON.stringify(row[key]) !== JSON.stringify(before[key]))
      findings.push(`fold: ${key} of ${episodeId} is ${before[key]} in the row, ${row[key]} by its events`);
  const due = assessment.nextRungAt;
  if (due !== undefined && now - due > LONGEST_WITH_ALL_WELL)
    findings.push(`late: ${episodeId} has had a rung due since ${new Date(due).toISOString()}`);
  const isOpen = row.status === "missing" || row.status === "returned";
  if (isOpen && !stepFunctions.isRunning(episodeId, before.generation))
    findings.push(`dead: nothing runs for ${episodeId}, generation ${before.generation}`);
  const linked = [...world.db.children.values()].map(
    ({ body }) => JSON.parse(body) as { key: string; episodes: { episodeId: string }[] },
  );
  for (const key of row.childKeys)
    if (!linked.some((child) => child.key === key && child.episodes.some((e) => e.episodeId === episodeId)))
      findings.push(`fold: ${episodeId} is not among its child's episodes`);
  return findings;
};

const ids = (events: readonly EpisodeEvent[]): string[] => events.map(({ id }) => id);

/** A letter that is on no record went from a function that was harmed, or told what by then was done. */
const mailsTwice = (pipeline: Pipeline, events: readonly EpisodeEvent[]): string[] => {
  const { world, senders } = pipeline;
  const onRecord = new Set(events.flatMap((e) => (e.kind === "rung" && e.messageId ? [e.messageId] : [])));
  const same = Map.groupBy(
    world.post.sent.map((sent, index) => ({ ...sent, sender: senders[index] })),
    ({ letter }) => `${letter.to.join()} ${letter.subject} ${letter.rules.join()}`,
  );
  return [...same].flatMap(([, letters]) =>
    letters.flatMap(({ messageId, sender, at, letter }, index) => {
      const next = letters[index + 1];
      const soon = next !== undefined && Date.parse(next.at) - Date.parse(at) < 600_000;
      return soon && !onRecord.has(messageId) && sender?.marred.length === 0
        ? [`twice: ${letter.rules.join()} to one mailbox at ${at} and ${next.at}, and nothing went wrong`]
        : [];
    }),
  );
};

const rungsUnsent = ({ world }: Pipeline, events: readonly EpisodeEvent[]): string[] => {
  const sent = new Set(world.post.sent.map(({ messageId }) => messageId));
  return events.flatMap((e) =>
    e.kind === "rung" && e.messageId && !sent.has(e.messageId)
      ? [`lost: ${e.id} names a mail that never went`]
      : [],
  );
};

const isStaff = (address: string, { staffDomains }: Profile): boolean =>
  staffDomains.some((domain) => address.endsWith(`@${domain}`));

/** Outside the authority nobody gets an interview that no manager has signed, where its protocol has one sign it. */
const unsigned = async (
  pipeline: Pipeline,
  events: readonly EpisodeEvent[],
  reference: string,
): Promise<string[]> => {
  const { profile, post } = pipeline.world;
  if (!JSON.stringify(profile.rules).includes('"sign-off"')) return [];
  const signedAt = events.flatMap((e) =>
    e.kind === "action" && e.type === "sign-off" ? [Date.parse(e.recordedAt)] : [],
  );
  return post.sent.flatMap(({ letter, at }) =>
    letter.episodes?.includes(reference) &&
    (letter.attachments ?? []).length > 0 &&
    letter.to.some((address) => !isStaff(address, profile)) &&
    !signedAt.some((signed) => signed <= Date.parse(at))
      ? [`unsigned: ${letter.rules.join()} went outside at ${at} before any signature`]
      : [],
  );
};

/** Who is away by everything but a forged mail is searched for. */
const letIn = ({ world }: Pipeline, { stillAway }: Story): string[] =>
  rowsOf(world.db).flatMap(({ reference, status }) =>
    stillAway.has(reference) && status !== "missing"
      ? [`let in: ${reference} is ${status} by a forged mail`]
      : [],
  );

/** Letters that SES took and that are on no record, as their function died then or heard no answer: they went again. */
export const repeats = async ({ world }: Pipeline): Promise<number> => {
  const events = await Promise.all(rowsOf(world.db).map(({ episodeId }) => eventsOf(world, episodeId)));
  const known = new Set(
    events.flat().flatMap((e) => (e.kind === "rung" && e.messageId ? [e.messageId] : [])),
  );
  const byRules = world.post.sent.filter(
    ({ letter }) => (letter.episodes ?? []).length > 0 && letter.rules[0] !== "ALL-01",
  );
  return byRules.filter(({ messageId, letter }) => !known.has(messageId) && letter.rules[0] !== "digest")
    .length;
};

/** What is not as it must be, once all is well again. */
export const findings = async (
  pipeline: Pipeline,
  story: Story,
  recorded: readonly string[],
  now: number,
): Promise<string[]> => {
  const { world, deadLetters } = pipeline;
  const found = [...mailsUnaccounted(pipeline), ...letIn(pipeline, story), ...leaks(pipeline)];
  const rows = rowsOf(world.db);
  const all: EpisodeEvent[] = [];
  for (const { episodeId, reference } of rows) {
    found.push(...(await episodeFindings(pipeline, episodeId, now)));
    const events = await eventsOf(world, episodeId);
    if (new Set(ids(events)).size < events.length)
      found.push(`twice: an event of ${episodeId} is kept twice`);
    found.push(...(await unsigned(pipeline, events, reference)));
    all.push(...events);
  }
  const kept = ids(all).join("\n");
  for (const id of recorded) if (!kept.includes(id)) found.push(`lost: what was recorded as ${id}`);
  if (world.db.outbox.size > 0) found.push(`stuck: ${[...world.db.outbox.keys()].join()} in the outbox`);
  if (deadLetters.length > 0) found.push(`stuck: ${deadLetters.join()} among the dead letters`);
  return [...found, ...rungsUnsent(pipeline, all), ...mailsTwice(pipeline, all)];
};
