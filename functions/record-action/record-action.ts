import { type AppendDeps, planFor } from "../core/append-events/append-events.ts";
import { commit } from "../core/append-events/commit.ts";
import { findEpisode } from "../core/append-events/find-episode.ts";
import type { Plan } from "../core/append-events/plan.ts";
import type { Ledger } from "../core/ports/ledger.ts";
import type { Recorded } from "../core/ports/recording.ts";
import type { StoredEpisode } from "../core/ports/stored-episode.ts";
import type { Write } from "../core/ports/writes.ts";
import { waitsAgain } from "../core/waiting-mail/waits-again.ts";
import { may } from "../domain/console/may.ts";
import { mayOpen } from "../domain/console/may-open.ts";
import { asMeant } from "../domain/duty/as-meant.ts";
import { type Refusal, refusalsOf } from "../domain/duty/guards.ts";
import { mailOf } from "../domain/episode/of-mail.ts";
import { takesBack } from "../domain/episode/standing-events.ts";
import { PermanentError } from "../domain/errors.ts";
import { fail, ok, type Result } from "../domain/result.ts";
import { readAction } from "./read-action.ts";
import type { ActionRequest } from "./request.ts";
import { isThere, type Target, targetsOf } from "./targets.ts";

export type { ActionRequest, Recorded };
export type Fault = Refusal;

export type RecordDeps = AppendDeps & { ledger: Pick<Ledger, "entry"> };

type NotKept = Extract<Recorded, { outcome: "refused" | "changed" }>;

/** What pages do not offer is refused here too: a form may come from anywhere. */
const deniedTo = ({ channel, actor, action }: ActionRequest): NotKept | undefined =>
  channel === "lab" || (actor && may(actor.roles, action))
    ? undefined
    : { outcome: "refused", faults: [{ says: `Your role does not record ${action.replaceAll("-", " ")}.` }] };

/** An episode that a person may not open is to them one that does not exist. */
const isOpenTo = ({ channel, actor }: ActionRequest, { row }: Plan): boolean =>
  channel === "lab" || (actor !== undefined && mayOpen(actor, row.listing));

/** Mails that went meanwhile change nothing a person decides on. */
const changedSince = (stored: StoredEpisode | undefined, ifSeq: number | undefined): NotKept | undefined => {
  if (!stored || ifSeq === undefined) return undefined;
  const { row, events } = stored;
  const since = events.slice(ifSeq).filter(({ kind }) => kind !== "rung");
  return since.length > 0 ? { outcome: "changed", episodeId: row.episodeId, seq: row.seq, since } : undefined;
};

/** What is taken off the episode lies in a mail, which waits again in the same transaction (ALL-21). */
const waitingAnew = async (
  { episodeId, event: by, planned }: Target,
  { ledger }: RecordDeps,
): Promise<Write[]> => {
  const { actions, compacts } = planned.context.episode;
  const event = [...actions, ...compacts].find(({ id }) => id === takesBack(by));
  const mailId = event && mailOf(event);
  if (!event || mailId === undefined) return [];
  const entry = await ledger.entry(mailId);
  if (!entry) throw new PermanentError("an episode has a report of a mail that has no account");
  return [waitsAgain(entry, { event, episodeId, by })];
};

/** Keeps the event unless the protocol refuses it on the episode as it stands when the event is written. */
const keep = (
  { episodeId, event }: Target,
  deps: RecordDeps,
  ifSeq: number | undefined,
): Promise<Result<Plan, NotKept>> =>
  commit<Result<Plan, NotKept>>(async () => {
    const stored = await deps.episodes.load(episodeId);
    const before = await planFor({ episodeId, events: [] }, deps, stored);
    if (isThere({ episodeId, event, planned: before })) return { answer: ok(before) };
    const named = asMeant(event, before.context);
    const changed = changedSince(stored, ifSeq);
    if (changed) return { answer: fail(changed) };
    const faults = refusalsOf(named, before.context);
    if (faults.length > 0) return { answer: fail({ outcome: "refused", faults }) };
    const planned = await planFor({ episodeId, events: [named] }, deps, stored);
    const waits = await waitingAnew({ episodeId, event: named, planned: before }, deps);
    return { answer: ok(planned), writes: [...planned.writes, ...waits], outbox: planned.outbox };
  }, deps);

/**
 * What a person did, kept as an event; or refused with the clause that refuses it, and nothing changed. An
 * interview that covers several episodes is judged under each one's own clock and kept in each (ALL-02).
 */
export const recordAction = async (request: ActionRequest, deps: RecordDeps): Promise<Recorded> => {
  const episodeId = await findEpisode(request.reference, deps);
  if (!episodeId) return { outcome: "unknown-episode" };
  const event = readAction(request, deps);
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
  const all = await targetsOf(main, (planned) => isOpenTo(request, planned), deps);
  if (!all.ok) return { outcome: "refused", faults: all.error };
  const targets = all.value.filter((target) => !isThere(target));
  const refusals = targets.flatMap(({ event, planned: { context } }) =>
    refusalsOf(asMeant(event, context), context),
  );
  if (refusals.length > 0) return { outcome: "refused", faults: refusals };
  let events = main.planned.row.seq;
  for (const target of targets) {
    const isMain = target.episodeId === episodeId;
    const kept = await keep(target, deps, isMain ? request.ifSeq : undefined);
    if (!kept.ok) return kept.error;
    if (isMain) events = kept.value.row.seq;
  }
  return { outcome: "recorded", episodeId, events };
};
