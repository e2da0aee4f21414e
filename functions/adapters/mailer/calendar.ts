import type { Letter } from "../../domain/letters/letter.ts";
import { calendarFile } from "../../html/calendar.ts";

const HALF_AN_HOUR_MS = 1_800_000;

/** The limit as an entry in the recipient's calendar: the half hour before it. */
export const calendarOf = ({ at, title, uid }: NonNullable<Letter["deadline"]>, now: number): string =>
  calendarFile({ from: at - HALF_AN_HOUR_MS, to: at, title, uid }, now);
