import { Temporal } from "temporal-polyfill";
import { toInstant } from "../../functions/domain/calendar/instant.ts";
import { LONDON } from "../../functions/domain/calendar/london.ts";
import { isRealMoment } from "../../functions/domain/calendar/real.ts";
import { badArgument } from "./errors.ts";

const seconds: Record<string, number> = { w: 604_800, d: 86_400, h: 3_600, m: 60, s: 1 };

/** "72h", "90m", "1d2h" in seconds. Elapsed time: a day is 24 hours whatever the clocks do. */
export const readDuration = (text: string): number => {
  if (!/^(\d+[wdhms])+$/.test(text))
    throw badArgument(`"${text}" is not a length of time such as 72h, 90m, 3d, 1w or 1d2h.`);
  const parts = [...text.matchAll(/(\d+)([wdhms])/g)];
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (seconds[unit ?? ""] ?? 0), 0);
};

/** An ISO time with its zone, in milliseconds. 31 November is refused, where `Date` would go on to 1 December. */
export const readTime = (text: string): number => {
  if (isRealMoment(text)) return toInstant(text);
  throw badArgument(`"${text}" is not a time with its zone, such as 2026-11-16T10:30:00Z.`);
};

/** Milliseconds kept: the host's clock counts them. */
export const exactIso = (at: number): string => Temporal.Instant.fromEpochMilliseconds(at).toString();

/** "Sat 14 Nov 21:30" in London, for tables. */
export const shortly = (at: number): string => {
  const t = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(LONDON);
  const day = t.toLocaleString("en-GB", { weekday: "short", day: "2-digit", month: "short" });
  return `${day.replace(",", "")} ${t.toPlainTime().toString({ smallestUnit: "minute" })}`;
};

export const shortlyIso = (iso: string): string => shortly(toInstant(iso));
