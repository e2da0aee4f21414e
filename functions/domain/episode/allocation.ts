import { type Instant, toInstant } from "../calendar/instant.ts";
import { endOfDay, startOfDay } from "../calendar/london.ts";
import type { ActionEvent } from "./events.ts";

type Actions = readonly ActionEvent[];
type Data = Readonly<Record<string, unknown>>;

/** A person's, else the worker of an open earlier episode of the same child: only the first ends what asks for one. */
const lastOf = (actions: Actions): ActionEvent | undefined =>
  actions.findLast(({ type }) => type === "allocate") ??
  actions.findLast(({ type }) => type === "worker-carried");

/** From when on an allocation holds: a deputy's first day may lie ahead. */
export const holdsFrom = ({ recordedAt, data: { from } }: ActionEvent): Instant =>
  Math.max(toInstant(recordedAt), typeof from === "string" ? startOfDay(from) : 0);

/** When a deputy's last day is over. */
const backAt = ({ data: { deputyFor, until } }: ActionEvent): Instant | undefined =>
  deputyFor !== undefined && typeof until === "string" ? endOfDay(until) : undefined;

/** Whose episode it is at an instant: a deputy's from the first day of an absence to the last, else theirs (ALL-17). */
export const allocationAt = (actions: Actions, now: Instant): Data | undefined => {
  const last = lastOf(actions);
  if (!last) return undefined;
  const { deputyFor, from: _, until: __, ...rest } = last.data;
  const standsIn = holdsFrom(last) <= now && now < (backAt(last) ?? Number.POSITIVE_INFINITY);
  return deputyFor === undefined || standsIn ? last.data : { ...rest, worker: deputyFor };
};

/** When a deputy's time is over and nobody was allocated since. */
export const givenBackAt = (actions: Actions): Instant | undefined => {
  const last = lastOf(actions);
  return last && backAt(last);
};

/** Since when it is theirs. */
export const heldSince = (actions: Actions, now: Instant): Instant | undefined => {
  const last = lastOf(actions);
  if (!last) return undefined;
  const back = backAt(last);
  return back !== undefined && back <= now ? back : holdsFrom(last);
};
