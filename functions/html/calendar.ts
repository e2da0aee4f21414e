import { toIso } from "../domain/calendar/instant.ts";

/** What stands in somebody's calendar, which others may see: its title carries the reference only. */
export type CalendarEntry = { from: number; to: number; title: string; uid: string };

const stamp = (at: number): string => toIso(at).replace(/[-:]/g, "");

/** RFC 5545, 3.3.11: what has a meaning of its own in a text value is escaped, and so is every way to end a line. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, "\\$&").replaceAll(/\r\n?|\n/g, "\\n");

const entry = ({ from, to, title, uid }: CalendarEntry, now: number): string[] => [
  "BEGIN:VEVENT",
  `UID:${uid}@safe-return`,
  `DTSTAMP:${stamp(now)}`,
  `DTSTART:${stamp(from)}`,
  `DTEND:${stamp(to)}`,
  `SUMMARY:${escaped(title)}`,
  "END:VEVENT",
];

/**
 * Written by hand: events of nine lines, where the library for it took 36 kB of the function's 500.
 */
export const calendarFile = (entries: readonly CalendarEntry[], now: number): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Safe Return//EN",
    "METHOD:PUBLISH",
    ...entries.flatMap((one) => entry(one, now)),
    "END:VCALENDAR",
    "",
  ].join("\r\n");
