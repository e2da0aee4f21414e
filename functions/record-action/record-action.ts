import { type AppendDeps, planFor } from "../core/append-events/append-events.ts";
import { commit } from "../core/append-events/commit.ts";
import { findEpisode } from "../core/append-events/find-episode.ts";
import type { Plan } from "../core/append-events/plan.ts";
import type { StoredEpisode } from "../core/ports/stored-episode.ts";
import { type Instant, toInstant, toIso } from "../domain/calendar/instant.ts";
import { type Asking, whoActs } from "../domain/console/actor.ts";
import { may } from "../domain/console/may.ts";
import { mayOpen } from "../domain/console/may-open.ts";
import { type Refusal, refusalsOf } from "../domain/duty/guards.ts";
import { namingItsRecord } from "../domain/duty/record-standing.ts";
import { type ActionName, actionNameSchema } from "../domain/episode/action-names.ts";
import { actionSchemas } from "../domain/episode/actions.ts";
import type { ActionEvent, EpisodeEvent } from "../domain/episode/events.ts";
import { fail, ok, type Result } from "../domain/result.ts";
import { shapeFaultInWords, shapeFaults } from "../domain/shape/shape-faults.ts";

export type ActionRequest = {
  /** Same request, same id: recorded once however often it is sent. */
  id: string;
  reference: string;
  action: string;
  at?: string | undefined;
  data?: unknown;
  /** The last event of the episode that the person saw. */
  ifSeq?: number | undefined;
} & Asking;

export type Fault = Refusal;
export type Recorded =
  | { outcome: "recorded"; episodeId: string; events: number }
  | { outcome: "refused"; faults: Fault[] }
  /** Nothing is written: what came since the person looked, for them to decide again as of `seq`. */
  | { outcome: "changed"; episodeId: string; seq: number; since: EpisodeEvent[] }
  | { outcome: "unknown-episode" };

type NotKept = Extract<Recorded, { outcome: "refused" | "changed" }>;

const readData = (action: ActionName, data: unknown): Result<Record<string, unknown>, Fault[]> => {
  const parsed = actionSchemas[action].safeParse(data ?? {});
  if (parsed.success) return ok(parsed.data);
  const faults = shapeFaults(parsed.error, data ?? {});
  return fail(faults.map((fault) => ({ says: `${action}: ${shapeFaultInWords(fault, "the data")}` })));
};

const readAt = (at: string | undefined, now: Instant): Result<Instant, Fault[]> => {
  if (at === undefined) return ok(now);
  try {
    const instant = toInstant(at);
    return instant > now ? fail([{ says: `${at} has not come yet` }]) : ok(instant);
  } catch {
    return fail([{ says: `"${at}" is not a time with a zone, such as 2026-11-16T10:30:00Z` }]);
  }
};

/** Everything wrong with the request itself, or the event it asks for. */
const readRequest = (request: ActionRequest, deps: AppendDeps): Result<ActionEvent, Fault[]> => {
  const now = deps.now();
  const who = whoActs(request, deps.profiles.current.profile.staffDomains);
  const at = readAt(request.at, now);
  const name = actionNameSchema.safeParse(request.action);
  const data = name.success
    ? readData(name.data, request.data)
    : fail([{ says: `no action is called "${request.action}"` }]);
  if (!name.success || !data.ok || !at.ok || !who.ok)
    return fail([
      ...(data.ok ? [] : data.error),
      ...(at.ok ? [] : at.error),
      ...(who.ok ? [] : who.error.map((says) => ({ says }))),
    ]);
  return ok({
    kind: "action",
    type: name.data,
    id: `action:${request.id}`,
    at: toIso(at.value),
    recordedAt: toIso(now),
    ...who.value,
    data: data.value,
  });
};

/** What pages do not offer is refused here too: a form may come from anywhere. */
const deniedTo = ({ channel, actor, action }: ActionRequest): NotKept | undefined =>
  channel === "lab" || (actor && may(actor.roles, action))
    ? undefined
    : { outcome: "refused", faults: [{ says: `Your role does not record ${action.replaceAll("-", " ")}.` }] };

/** An episode that a person may not open is to them one that does not exist. */
const isOpenTo = ({ channel, actor }: ActionRequest, { row }: Plan): boolean =>
  channel === "lab" || (actor !== undefined && row.listing !== undefined && mayOpen(actor, row.listing));

type Target = { episodeId: string; planned: Plan; event: ActionEvent };

/** References of the other episodes that one interview covers (ALL-02). */
const coveredBy = ({ data }: ActionEvent): string[] =>
  Array.isArray(data.covers) ? data.covers.map(String) : [];

const sameChild = (one: Plan, other: Plan): boolean =>
  one.row.childKeys.some((key) => other.row.childKeys.includes(key));

const targetFor = async (
  reference: string,
  event: ActionEvent,
  deps: AppendDeps,
): Promise<Target | undefined> => {
  const episodeId = await findEpisode(reference, deps);
  return episodeId === undefined
    ? undefined
    : { episodeId, event, planned: await planFor({ episodeId, events: [] }, deps) };
};

/** The episodes an interview covers besides its own; each keeps the event under the id the first one has. */
const covered = async (main: Target, deps: AppendDeps): Promise<Result<Target[], Fault[]>> => {
  const faults: Fault[] = [];
  const targets: Target[] = [];
  for (const reference of coveredBy(main.event)) {
    const { covers, ...data } = main.event.data;
    const event = { ...main.event, data: { ...data, coveredBy: main.planned.row.reference } };
    const target = await targetFor(reference, event, deps);
    if (!target) faults.push({ says: `no episode is known by the reference ${reference}` });
    else if (!sameChild(main.planned, target.planned))
      faults.push({ says: `${reference} is another child's episode` });
    else targets.push(target);
  }
  return faults.length > 0 ? fail(faults) : ok(targets);
};

const isThere = ({ planned, event }: Target): boolean =>
  planned.context.episode.actions.some(({ id }) => id === event.id);

/** Mails that went meanwhile change nothing a person decides on. */
const changedSince = (stored: StoredEpisode | undefined, ifSeq: number | undefined): NotKept | undefined => {
  if (!stored || ifSeq === undefined) return undefined;
  const { row, events } = stored;
  const since = events.slice(ifSeq).filter(({ kind }) => kind !== "rung");
  return since.length > 0 ? { outcome: "changed", episodeId: row.episodeId, seq: row.seq, since } : undefined;
};

/** Keeps the event unless the protocol refuses it on the episode as it stands when the event is written. */
const keep = (
  { episodeId, event }: Target,
  deps: AppendDeps,
  ifSeq: number | undefined,
): Promise<Result<Plan, NotKept>> =>
  commit<Result<Plan, NotKept>>(async () => {
    const stored = await deps.episodes.load(episodeId);
    const before = await planFor({ episodeId, events: [] }, deps, stored);
    if (isThere({ episodeId, event, planned: before })) return { answer: ok(before) };
    const named = namingItsRecord(event, before.context.episode);
    const changed = changedSince(stored, ifSeq);
    if (changed) return { answer: fail(changed) };
    const faults = refusalsOf(named, before.context);
    if (faults.length > 0) return { answer: fail({ outcome: "refused", faults }) };
    const planned = await planFor({ episodeId, events: [named] }, deps, stored);
    return { answer: ok(planned), writes: planned.writes, outbox: planned.outbox };
  }, deps);

/**
 * What a person did, kept as an event; or refused with the clause that refuses it, and nothing changed. An
 * interview that covers several episodes is judged under each one's own clock and kept in each (ALL-02).
 */
export const recordAction = async (request: ActionRequest, deps: AppendDeps): Promise<Recorded> => {
  const episodeId = await findEpisode(request.reference, deps);
  if (!episodeId) return { outcome: "unknown-episode" };
  const event = readRequest(request, deps);
  if (!event.ok) return { outcome: "refused", faults: event.error };
  const denied = deniedTo(request);
  if (denied) return denied;
  const stored = await deps.episodes.load(episodeId);
  const main = {
    episodeId,
    event: event.value,
    planned: await planFor({ episodeId, events: [] }, deps, stored),
  };
  if (!isOpenTo(request, main.planned)) return { outcome: "unknown-episode" };
  const changed = isThere(main) ? undefined : changedSince(stored, request.ifSeq);
  if (changed) return changed;
  const others = await covered(main, deps);
  if (!others.ok) return { outcome: "refused", faults: others.error };
  const targets = [main, ...others.value].filter((target) => !isThere(target));
  const refusals = targets.flatMap((target) => refusalsOf(target.event, target.planned.context));
  if (refusals.length > 0) return { outcome: "refused", faults: refusals };
  let events = main.planned.row.seq;
  for (const target of targets) {
    const kept = await keep(target, deps, target === main ? request.ifSeq : undefined);
    if (!kept.ok) return kept.error;
    if (target === main) events = kept.value.row.seq;
  }
  return { outcome: "recorded", episodeId, events };
};
