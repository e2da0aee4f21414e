import type { Deadline } from "../../domain/letters/letter.ts";
import { calendarFile } from "../../html/calendar.ts";

const HALF_AN_HOUR_MS = 1_800_000;

/** Each limit as an entry in the recipient's calendar: the half hour before it. */
export const calendarOf = (deadlines: readonly Deadline[], now: number): string =>
  calendarFile(
    deadlines.map(({ at, title, uid }) => ({ from: at - HALF_AN_HOUR_MS, to: at, title, uid })),
    now,
  );
