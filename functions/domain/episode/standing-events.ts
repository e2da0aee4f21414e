import type { ActionEvent, CompactEvent, EpisodeEvent } from "./events.ts";

/** What no longer counts, and what took it back. */
export type TakenBack = { event: ActionEvent | CompactEvent; by: ActionEvent };

/** The event that this one takes back: by mistake recorded, or recorded again in its place. */
export const takesBack = (event: EpisodeEvent): string | undefined => {
  if (event.kind !== "action") return undefined;
  return event.type === "withdraw" ? String(event.data.recorded) : event.instead?.recorded;
};

const isMadeByHand = (event: EpisodeEvent): event is ActionEvent | CompactEvent =>
  event.kind === "action" || event.kind === "compact";

/**
 * The events that count, and those that something else which counts takes back: a withdrawal can itself be withdrawn.
 * Nothing is deleted, and the order in which events come changes nothing (ALL-21).
 */
export const standingEvents = (
  events: readonly EpisodeEvent[],
): { standing: EpisodeEvent[]; taken: TakenBack[] } => {
  const against = Map.groupBy(
    events.filter((event): event is ActionEvent => takesBack(event) !== undefined),
    (event) => takesBack(event) ?? "",
  );
  if (against.size === 0) return { standing: [...events], taken: [] };
  const taker = (id: string, seen: readonly string[]): ActionEvent | undefined =>
    against.get(id)?.find((one) => !seen.includes(one.id) && taker(one.id, [...seen, id]) === undefined);
  const taken = events.flatMap((event): TakenBack[] => {
    const by = isMadeByHand(event) ? taker(event.id, []) : undefined;
    return by && isMadeByHand(event) ? [{ event, by }] : [];
  });
  const gone = new Set<EpisodeEvent>(taken.map(({ event }) => event));
  return { standing: events.filter((event) => !gone.has(event)), taken };
};
