import type { Instant } from "../calendar/instant.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A screen left alone in an open office. */
export const IDLE_MS = 30 * MINUTE_MS;
/** A working day: roles are read at sign-in, so this is how long somebody who left may keep them. */
export const ABSOLUTE_MS = 10 * HOUR_MS;
/** How long an ended session is still known, so that what was typed in it can be kept for its owner. */
export const KEPT_MS = 24 * HOUR_MS;
/** `seen` is written no more often than this. */
export const SEEN_EVERY_MS = MINUTE_MS;

export type SessionTimes = { since: Instant; seen: Instant };

/** What ended a session; undefined while it lasts. Exactly at a limit it has ended. */
export const ended = ({ since, seen }: SessionTimes, now: Instant): "idle" | "absolute" | undefined => {
  if (now - since >= ABSOLUTE_MS) return "absolute";
  return now - seen >= IDLE_MS ? "idle" : undefined;
};
