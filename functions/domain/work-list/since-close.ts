import { type Instant, toInstant } from "../calendar/instant.ts";
import { addWorkingDays } from "../calendar/working-day.ts";
import type { WorkItem } from "./item.ts";

/** 17:00 of the last working day that has ended: on Monday at eight that is Friday's. */
export const lastClose = (now: Instant): Instant => {
  const before = addWorkingDays(now, -1);
  const next = addWorkingDays(before, 1);
  return next <= now ? next : before;
};

export type FellDue = WorkItem & { dueAt: Instant; told: { at: string; to: readonly string[] }[] };

/** What fell due while nobody was at work and is still open, and who was told of it since; what nobody was told of is empty. */
export const fellDueSince = (items: readonly WorkItem[], since: Instant, now: Instant): FellDue[] =>
  items
    .flatMap((item): FellDue[] => {
      const { dueAt, duty } = item;
      if (dueAt === undefined || dueAt <= since || dueAt > now) return [];
      return [{ ...item, dueAt, told: (duty?.told ?? []).filter(({ at }) => toInstant(at) > since) }];
    })
    .toSorted((a, b) => a.dueAt - b.dueAt);
