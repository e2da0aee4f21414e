import { toIso } from "../../domain/calendar/instant.ts";
import type { Letter } from "../../domain/letters/letter.ts";

const HALF_AN_HOUR_MS = 1_800_000;

const stamp = (at: number): string => toIso(at).replace(/[-:]/g, "");

/** RFC 5545, 3.3.11: what has a meaning of its own in a text value is escaped. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");

/**
 * The limit as an entry in the recipient's calendar; its title carries the reference only. Written by hand: one
 * event of nine lines, where the library for it took 36 kB of the function's 500.
 */
export const calendarOf = ({ at, title, uid }: NonNullable<Letter["deadline"]>, now: number): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Safe Return//EN",
    "METHOD:PUBLISH",
    "BEGIN:VEVENT",
    `UID:${uid}@safe-return`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(at - HALF_AN_HOUR_MS)}`,
    `DTEND:${stamp(at)}`,
    `SUMMARY:${escaped(title)}`,
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");
