import { addAmount } from "../calendar/deadline.ts";
import { type Instant, toInstant } from "../calendar/instant.ts";
import type { WorkItem } from "./item.ts";

/** By how urgent they are, the worst first. */
export const groupNames = ["very-overdue", "overdue", "due-soon", "not-due"] as const;
export type GroupName = (typeof groupNames)[number];

export const groupTitles: Record<GroupName, string> = {
  "very-overdue": "Very overdue",
  overdue: "Overdue",
  "due-soon": "Due soon",
  "not-due": "Not due",
};

const DAY = 86_400_000;

/** Until a day has passed, or the next working day has ended: on a Friday Monday's work is due soon. */
const soonUntil = (now: Instant): Instant => Math.max(now + DAY, addAmount(now, { amount: 1, unit: "wd" }));

export const groupOf = ({ dueAt }: WorkItem, now: Instant): GroupName => {
  if (dueAt === undefined) return "not-due";
  if (dueAt <= now - DAY) return "very-overdue";
  if (dueAt <= now) return "overdue";
  return dueAt <= soonUntil(now) ? "due-soon" : "not-due";
};

const openSince = ({ duty, episode }: WorkItem): Instant => toInstant(duty?.createdAt ?? episode.startAt);

/** What is due first stands first; of what has no limit, what is open longest. */
const inOrder = (a: WorkItem, b: WorkItem): number =>
  a.dueAt === b.dueAt
    ? openSince(a) - openSince(b)
    : (a.dueAt ?? Number.POSITIVE_INFINITY) - (b.dueAt ?? Number.POSITIVE_INFINITY);

export type Group = { name: GroupName; title: string; items: WorkItem[] };

/** All four, those with nothing in them too. */
export const grouped = (items: readonly WorkItem[], now: Instant): Group[] => {
  const sorted = items.toSorted(inOrder);
  const by = Map.groupBy(sorted, (item) => groupOf(item, now));
  return groupNames.map((name) => ({ name, title: groupTitles[name], items: by.get(name) ?? [] }));
};
