import type { Instant } from "../calendar/instant.ts";
import { type GroupName, groupOf } from "./groups.ts";
import type { WorkItem } from "./item.ts";

/** What one worker has; without a worker, what nobody has. */
export type Load = { worker?: string; episodes: number; duties: Record<GroupName, number> };

const loadOf = (items: readonly WorkItem[], now: Instant): Omit<Load, "worker"> => {
  const duties: Load["duties"] = { "very-overdue": 0, overdue: 0, "due-soon": 0, "not-due": 0 };
  for (const item of items) if (item.duty) duties[groupOf(item, now)] += 1;
  return { episodes: new Set(items.map(({ episode }) => episode.episodeId)).size, duties };
};

/** Each worker's load by name, and first of all what is nobody's. */
export const loads = (items: readonly WorkItem[], now: Instant): Load[] => {
  const by = Map.groupBy(items, ({ episode, nobodys }) =>
    nobodys ? "" : (episode.listing.allocation?.worker.toLowerCase() ?? ""),
  );
  return [...by]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([worker, own]) => ({ ...(worker ? { worker } : {}), ...loadOf(own, now) }));
};
