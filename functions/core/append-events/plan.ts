import { type Instant, toIso } from "../../domain/calendar/instant.ts";
import type { Context, PastEpisode } from "../../domain/condition/context.ts";
import { type Assessment, assess } from "../../domain/duty/assess.ts";
import { type Episode, isAbsence, startOf } from "../../domain/episode/episode.ts";
import type { EpisodeEvent } from "../../domain/episode/events.ts";
import { fold } from "../../domain/episode/fold.ts";
import { childKeysOf } from "../../domain/episode/identity.ts";
import { linksIn } from "../../domain/episode/links.ts";
import { standingEvents } from "../../domain/episode/standing-events.ts";
import type { Ladder } from "../../domain/profile/ladder.ts";
import type { Profile } from "../../domain/profile/profile.ts";
import type { FactsRow } from "../../domain/returns/facts-row.ts";
import { makeFacts } from "../../domain/returns/make-facts.ts";
import type { Listing } from "../../domain/work-list/listing.ts";
import { makeListing } from "../../domain/work-list/make-listing.ts";
import type { ChildRow, EpisodeRow, StoredEpisode } from "../ports/stored-episode.ts";
import type { OutboxMessage, Write } from "../ports/writes.ts";
import { chain } from "./chain.ts";
import { historyOf, laterEpisodes, relinked } from "./child-links.ts";
import { changedLadders, ladderStates, mayWait } from "./ladder-states.ts";

export type PlanInput = {
  episodeId: string;
  stored: StoredEpisode | undefined;
  newEvents: readonly EpisodeEvent[];
  children: readonly ChildRow[];
  profile: Profile;
  profileHash: string;
  now: Instant;
  /** The ladder that is itself doing this and needs no waking. */
  except?: Ladder;
};

export type Plan = {
  context: Context;
  assessment: Assessment;
  writes: Write[];
  /** Those of `writes` that keep what returns read of the episode. */
  facts: Write[];
  outbox: OutboxMessage[];
  row: EpisodeRow & { listing: Listing };
  before: EpisodeRow | undefined;
};

const wantsWorkflow = (status: EpisodeRow["status"]): boolean =>
  status === "missing" || status === "returned";

type Worked = Pick<PastEpisode, "worker" | "lineManager">;

/** Who works an episode that is open; of one that is not, nobody is carried forward (ALL-17). */
const workedBy = ({ status }: Assessment, { allocation }: Listing): Worked =>
  allocation && wantsWorkflow(status)
    ? {
        worker: allocation.worker,
        ...(allocation.lineManager ? { lineManager: allocation.lineManager } : {}),
      }
    : {};

/** A child of somebody's is missing again: they are told, and theirs it is until somebody is allocated (ALL-17). */
const carried = (episodeId: string, fresh: readonly EpisodeEvent[], children: readonly ChildRow[]) => {
  const others = children.flatMap(({ episodes }) => episodes).filter((e) => e.episodeId !== episodeId);
  const last = others
    .filter(({ worker }) => worker !== undefined)
    .toSorted((a, b) => a.startAt - b.startAt)
    .at(-1);
  const at = fresh
    .map(({ recordedAt }) => recordedAt)
    .toSorted()
    .at(-1);
  return last && at !== undefined
    ? [
        {
          kind: "action" as const,
          type: "worker-carried" as const,
          id: `carried:${episodeId}`,
          at,
          recordedAt: at,
          by: "Safe Return",
          data: {
            worker: last.worker,
            ...(last.lineManager ? { lineManager: last.lineManager } : {}),
            of: last.episodeId,
          },
        },
      ]
    : [];
};

/** An episode counts for repeats unless it was cancelled (created in error, a duplicate). */
const asPast = (episode: Episode, worked: Worked): PastEpisode => ({
  episodeId: episode.id,
  startAt: startOf(episode),
  knownAt: episode.notifiedAt,
  counts: episode.status !== "cancelled",
  ...(isAbsence(episode) ? { absence: true } : {}),
  ...worked,
});

const isNew = (events: readonly EpisodeEvent[]) => {
  const known = new Set(events.map((e) => e.id));
  return (event: EpisodeEvent): boolean => !known.has(event.id);
};

/** The rows of the child as the mails name it, and of whom a person said it is. */
export const childKeysIn = (events: readonly EpisodeEvent[]): string[] => {
  const { standing } = standingEvents(events);
  return [
    ...new Set([
      ...standing.flatMap((e) => (e.kind === "compact" ? childKeysOf(e.force, e.compact) : [])),
      ...linksIn(standing).flatMap(({ keys }) => keys),
    ]),
  ];
};

const outboxOf = (
  row: EpisodeRow,
  before: EpisodeRow | undefined,
  changed: readonly Ladder[],
  child: { keys: readonly string[]; startAt: number } | undefined,
): OutboxMessage[] => {
  const { episodeId, generation, version } = row;
  const started = row.running && (generation !== before?.generation || !before.running);
  return [
    ...(started
      ? [{ id: `start#${episodeId}#${generation}`, kind: "start" as const, episodeId, generation }]
      : []),
    ...(started
      ? []
      : changed.map((ladder) => ({
          id: `wake#${episodeId}#${version}#${ladder}`,
          kind: "wake" as const,
          episodeId,
          ladder,
        }))),
    ...(child
      ? [
          {
            id: `reassess-child#${episodeId}#${version}`,
            kind: "reassess-child" as const,
            episodeId,
            ...child,
          },
        ]
      : []),
  ];
};

/** The same commit that folds the episode keeps its facts, so that no return knows less, or more, than the record. */
const factsWrites = (row: FactsRow, { factsMonth: month = row.month }: Partial<EpisodeRow> = {}): Write[] => [
  { kind: "facts", row },
  ...(month === row.month ? [] : [{ kind: "facts-left", month, episodeId: row.episodeId } as const]),
];

/**
 * Everything one commit writes: the events, the row as it then stands, the child's links, and what must happen
 * afterwards. Pure: the same input gives the same plan, so that a conflict is answered by planning again.
 */
export const plan = (input: PlanInput): Plan => {
  const { episodeId, stored, children, profile, now } = input;
  const before = stored?.row;
  const given = input.newEvents.filter(isNew(stored?.events ?? []));
  const fresh = stored ? given : [...given, ...carried(episodeId, given, children)];
  const events = [...(stored?.events ?? []), ...fresh];
  const episode = fold(episodeId, events);
  const own = asPast(episode, {});
  const keys = childKeysIn(events);
  const context: Context = {
    episode,
    history: historyOf(
      children.filter(({ key }) => keys.includes(key)),
      own,
    ),
    profile,
    now,
  };
  const assessment = assess(context);
  const listing = makeListing(context, assessment.duties);
  const past = asPast(episode, workedBy(assessment, listing));
  const chained = chain(episodeId, before ?? { seq: 0, lastHash: "" }, fresh);
  const ladders = ladderStates(assessment, now);
  const running = before?.running ?? false;
  const starts = !running && wantsWorkflow(assessment.status);
  const factsRow = makeFacts(context, assessment.duties, keys);
  const row: Plan["row"] = {
    episodeId,
    version: (before?.version ?? 0) + 1,
    seq: chained.at(-1)?.seq ?? before?.seq ?? 0,
    lastHash: chained.at(-1)?.hash ?? before?.lastHash ?? "",
    generation: (before?.generation ?? 0) + (starts ? 1 : 0),
    running: running || starts,
    profileHash: input.profileHash,
    force: episode.force,
    reference: episode.reference,
    status: assessment.status,
    startAt: toIso(past.startAt),
    ladders,
    childKeys: keys,
    listing,
    factsMonth: factsRow.month,
    ...(assessment.nextRungAt === undefined ? {} : { nextRungAt: toIso(assessment.nextRungAt) }),
  };
  const links = relinked(keys, children, past);
  // Also of the rows it was in until now.
  const touched = links.length > 0 && laterEpisodes(children, past).length > 0;
  const child = touched ? { keys: children.map(({ key }) => key), startAt: past.startAt } : undefined;
  const changed = changedLadders(before?.ladders ?? {}, ladders).filter(
    (ladder) => ladder !== input.except && mayWait(ladder, before?.status),
  );
  const outbox = outboxOf(row, before, changed, child);
  const at = toIso(now);
  const facts = factsWrites(factsRow, before);
  return {
    context,
    assessment,
    row,
    before,
    outbox,
    facts,
    writes: [
      ...chained.map((event): Write => ({ kind: "event", event })),
      { kind: "episode", row, expectedVersion: before?.version ?? 0 },
      ...facts,
      ...links.map((link): Write => ({ kind: "child", row: link, expectedVersion: link.version - 1 })),
      ...outbox.map((message): Write => ({ kind: "outbox", message, at })),
    ],
  };
};
