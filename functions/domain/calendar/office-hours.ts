import * as z from "zod";
import type { Instant } from "./instant.ts";
import { dayInLondon, timeInLondon } from "./london.ts";
import { isWorkingDay, weekdayOf } from "./working-day.ts";

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Days of the week from 1, Monday, and the times between which somebody is there. */
export const officeHoursSchema = z.strictObject({
  days: z.array(z.number().int().min(1).max(5)).min(1),
  from: timeOfDay,
  to: timeOfDay,
});

export type OfficeHours = z.output<typeof officeHoursSchema>;

/** By London's clocks; nobody is there on a bank holiday. The minute they close is out of hours. */
export const isInOffice = (hours: readonly OfficeHours[], at: Instant): boolean => {
  const day = dayInLondon(at);
  const time = timeInLondon(at);
  return (
    isWorkingDay(day) &&
    hours.some(({ days, from, to }) => days.includes(weekdayOf(day)) && from <= time && time < to)
  );
};

const weekdays = ["", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

export const hoursInWords = (hours: readonly OfficeHours[]): string =>
  hours
    .map(({ days, from, to }) => {
      const [first = 0, last = first] = [days[0], days.at(-1)];
      const which = first === last ? weekdays[first] : `${weekdays[first]} to ${weekdays[last]}`;
      return `${which} ${from} to ${to}`;
    })
    .join(", ");
