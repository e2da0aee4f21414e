import ical, { ICalCalendarMethod } from "ical-generator";
import type { Letter } from "../../domain/letters/letter.ts";

const HALF_AN_HOUR_MS = 1_800_000;

/** The limit as an entry in the recipient's calendar; its title carries the reference only. */
export const calendarOf = ({ at, title, uid }: NonNullable<Letter["deadline"]>, now: number): string => {
  const calendar = ical({ method: ICalCalendarMethod.PUBLISH, prodId: "//Safe Return//EN" });
  calendar.createEvent({
    id: `${uid}@safe-return`,
    stamp: new Date(now),
    start: new Date(at - HALF_AN_HOUR_MS),
    end: new Date(at),
    summary: title,
  });
  return calendar.toString();
};
