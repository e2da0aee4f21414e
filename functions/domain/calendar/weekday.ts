/** Days on which a list may be due: nobody meets on a Sunday. */
export const workingDays = ["monday", "tuesday", "wednesday", "thursday", "friday"] as const;

const weekdays = ["sunday", ...workingDays, "saturday"] as const;
export type Weekday = (typeof weekdays)[number];

/** Of a date, "2026-11-14". */
export const weekdayOf = (day: string): Weekday =>
  weekdays[new Date(`${day}T12:00Z`).getUTCDay()] ?? "sunday";
