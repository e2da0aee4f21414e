import type { Instant } from "../calendar/instant.ts";
import { datesBetween } from "../calendar/london.ts";
import type { WorkItem } from "./item.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const counted = (amount: number, unit: string): string => `${amount} ${unit}${amount === 1 ? "" : "s"}`;

/** Whole ones that have passed or are left: nobody is told of more time than there is. */
const span = (ms: number): string =>
  ms < HOUR ? counted(Math.floor(ms / MINUTE), "minute") : counted(Math.floor(ms / HOUR), "hour");

const inDays = (dueAt: Instant, now: Instant): string => {
  const days = datesBetween(now, dueAt);
  if (dueAt <= now) return days === 0 ? "overdue since today" : `${counted(-days, "day")} overdue`;
  if (days === 0) return "due today";
  return days === 1 ? "due tomorrow" : `due in ${counted(days, "day")}`;
};

/** A clock that counts hours is watched by the hour: 72 of them, either way. */
const HOURS_SHOWN = 72;

/** How far off the limit is, beside the limit itself: "2 days overdue", "due in 5 hours", "no limit". */
export const suffix = ({ dueAt, duty }: Pick<WorkItem, "dueAt" | "duty">, now: Instant): string => {
  if (dueAt === undefined) return duty ? "no limit" : "nothing open";
  const off = Math.abs(dueAt - now);
  if (!duty?.inHours || off >= HOURS_SHOWN * HOUR) return inDays(dueAt, now);
  return dueAt <= now ? `${span(off)} overdue` : `due in ${span(off)}`;
};
