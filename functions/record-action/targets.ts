import { type AppendDeps, planFor } from "../core/append-events/append-events.ts";
import { findEpisode } from "../core/append-events/find-episode.ts";
import type { Plan } from "../core/append-events/plan.ts";
import { asMeant } from "../domain/duty/as-meant.ts";
import type { Refusal } from "../domain/duty/guards.ts";
import type { ActionEvent } from "../domain/episode/events.ts";
import { linkKeyOf, linksIn } from "../domain/episode/links.ts";
import { takesBack } from "../domain/episode/standing-events.ts";
import { fail, ok, type Result } from "../domain/result.ts";

export type Target = { episodeId: string; planned: Plan; event: ActionEvent };

/** References of the other episodes that one interview or meeting covers (ALL-02). */
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

/** Whether whoever acts may open an episode: what they may not is to them as unknown as what there is not. */
export type IsOpen = (planned: Plan) => boolean;

/** The episodes an interview or meeting covers besides its own; each keeps the event under the id the first one has. */
const covered = async (
  main: Target,
  isOpen: IsOpen,
  deps: AppendDeps,
): Promise<Result<Target[], Refusal[]>> => {
  const faults: Refusal[] = [];
  const targets: Target[] = [];
  for (const reference of coveredBy(main.event)) {
    const { covers, ...data } = main.event.data;
    const event = { ...main.event, data: { ...data, coveredBy: main.planned.row.reference } };
    const target = await targetFor(reference, event, deps);
    if (!target || !isOpen(target.planned))
      faults.push({ says: `no episode is known by the reference ${reference}` });
    else if (!sameChild(main.planned, target.planned))
      faults.push({ says: `${reference} is another child's episode` });
    else targets.push(target);
  }
  return faults.length > 0 ? fail(faults) : ok(targets);
};

export const isThere = ({ planned, event }: Target): boolean =>
  planned.context.episode.actions.some(({ id }) => id === event.id);

/** Both episodes keep the link under one id, each with where the other is found. */
const linking = (own: Target, other: Target): ActionEvent => ({
  ...own.event,
  data: {
    ...own.event.data,
    other: other.planned.row.reference,
    otherId: other.episodeId,
    keys: [...other.planned.row.childKeys, linkKeyOf(own.episodeId, other.episodeId)],
  },
});

const unlinkable = (main: Target, other: Target, reference: string): string | undefined => {
  if (other.episodeId === main.episodeId) return `${reference} is this very episode`;
  if (isThere(main)) return undefined;
  const isLinked = linkTo(main, other);
  if (main.event.type === "unlink-child")
    return isLinked ? undefined : `nobody linked ${reference} to this episode`;
  return sameChild(main.planned, other.planned)
    ? `${reference} is known as the same child's already`
    : undefined;
};

const linkTo = (main: Target, other: Target): boolean =>
  linksIn(main.planned.context.episode.actions).some(({ otherId }) => otherId === other.episodeId);

/** The episode that another is linked to, or parted from. */
const linked = async (
  main: Target,
  isOpen: IsOpen,
  deps: AppendDeps,
): Promise<Result<Target[], Refusal[]>> => {
  const reference = String(main.event.data.other);
  const other = await targetFor(reference, main.event, deps);
  if (!other || !isOpen(other.planned))
    return fail([{ says: `no episode is known by the reference ${reference}` }]);
  const fault = unlinkable(main, other, reference);
  return fault
    ? fail([{ says: fault }])
    : ok([
        { ...main, event: linking(main, other) },
        { ...other, event: linking(other, main) },
      ]);
};

/** What several episodes keep under one id is taken back in each: an interview that covers them, a link between two. */
const takenBackIn = async (main: Target, deps: AppendDeps): Promise<Target[]> => {
  const { episode } = main.planned.context;
  const id = takesBack(asMeant(main.event, main.planned.context));
  const meant = episode.actions.find((one) => one.id === id);
  const { covers, coveredBy, other } = meant?.data ?? {};
  const targets: Target[] = [];
  for (const reference of [covers ?? [], coveredBy ?? [], other ?? []].flat().map(String)) {
    const target = await targetFor(reference, { ...main.event, data: { ...main.event.data } }, deps);
    if (target?.planned.context.episode.actions.some((one) => one.id === id))
      targets.push({ ...target, event: namedAs(main.event, String(id)) });
  }
  return targets;
};

const namedAs = (event: ActionEvent, recorded: string): ActionEvent =>
  event.type === "withdraw"
    ? { ...event, data: { ...event.data, recorded } }
    : { ...event, instead: { reason: "", ...event.instead, recorded } };

/** Every episode that keeps the action, the one it was recorded on first. */
export const targetsOf = async (
  main: Target,
  isOpen: IsOpen,
  deps: AppendDeps,
): Promise<Result<Target[], Refusal[]>> => {
  if (main.event.type === "link-child" || main.event.type === "unlink-child")
    return linked(main, isOpen, deps);
  const others = await covered(main, isOpen, deps);
  if (!others.ok) return others;
  const known = new Set(others.value.map(({ episodeId }) => episodeId));
  const further = takesBack(main.event) === undefined ? [] : await takenBackIn(main, deps);
  return ok([main, ...others.value, ...further.filter(({ episodeId }) => !known.has(episodeId))]);
};
