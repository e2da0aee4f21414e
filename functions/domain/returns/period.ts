import * as dates from "temporal-polyfill/fns/PlainDate";
import type { Instant } from "../calendar/instant.ts";
import { dateOf, dayInLondon, midnightOf } from "../calendar/london.ts";

export const periodKinds = ["day", "week", "month", "quarter", "year"] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** From the first midnight in London to the one after the last day. */
export type Period = {
  kind: PeriodKind;
  name: string;
  first: string;
  last: string;
  from: Instant;
  to: Instant;
};

const DAY_MS = 86_400_000;
/** Numbers of days, free of every clock. */
const plus = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
const pad = (n: number): string => String(n).padStart(2, "0");

const made = (kind: PeriodKind, name: string, first: string, after: string): Period => ({
  kind,
  name,
  first,
  last: plus(after, -1),
  from: midnightOf(dateOf(first)),
  to: midnightOf(dateOf(after)),
});

const fromMonth = (kind: PeriodKind, name: string, year: number, month: number, months: number): Period => {
  const after = year * 12 + month - 1 + months;
  return made(
    kind,
    name,
    `${year}-${pad(month)}-01`,
    `${Math.floor(after / 12)}-${pad((after % 12) + 1)}-01`,
  );
};

/** Monday of an ISO week: the week with the year's first Thursday is its first. */
const mondayOf = (year: number, week: number): string => {
  const fourth = `${year}-01-04`;
  const weekday = (new Date(`${fourth}T12:00:00Z`).getUTCDay() + 6) % 7;
  return plus(fourth, (week - 1) * 7 - weekday);
};

const isoWeekOf = (day: string): { year: number; week: number } => {
  const date = dateOf(day);
  return { year: dates.yearOfWeek(date) ?? date.year, week: dates.weekOfYear(date) ?? 1 };
};

export const shapes: Record<PeriodKind, string> = {
  day: "2026-11-14",
  week: "2026-W46",
  month: "2026-11",
  quarter: "2026-Q3",
  year: "2026-27",
};

const readers: Record<PeriodKind, (text: string) => Period | undefined> = {
  day: (text) =>
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && plus(text, 0) === text
      ? made("day", text, text, plus(text, 1))
      : undefined,
  week: (text) => {
    const [, year, week] = /^(\d{4})-W(\d{2})$/.exec(text) ?? [];
    if (year === undefined || week === undefined) return undefined;
    const monday = mondayOf(Number(year), Number(week));
    const is = isoWeekOf(monday);
    // A year without a week 53 has none.
    return is.year === Number(year) && is.week === Number(week)
      ? made("week", text, monday, plus(monday, 7))
      : undefined;
  },
  month: (text) => {
    const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text) ?? [];
    return year === undefined ? undefined : fromMonth("month", text, Number(year), Number(month), 1);
  },
  quarter: (text) => {
    const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(text) ?? [];
    return year === undefined
      ? undefined
      : fromMonth("quarter", text, Number(year), Number(quarter) * 3 - 2, 3);
  },
  year: (text) => {
    const [, year, next] = /^(\d{4})-(\d{2})$/.exec(text) ?? [];
    if (year === undefined || (Number(year) + 1) % 100 !== Number(next)) return undefined;
    return fromMonth("year", text, Number(year), 4, 12);
  },
};

/** A period as it is written; quarters are the calendar's, a year goes from April to March. */
export const readPeriod = (kind: PeriodKind, text: string): Period | undefined => readers[kind](text);

/** The one an instant lies in. */
export const periodOf = (kind: PeriodKind, at: Instant): Period => {
  const day = dayInLondon(at);
  const [year = 0, month = 0] = day.split("-").map(Number);
  const week = isoWeekOf(day);
  const begins = month < 4 ? year - 1 : year;
  const names: Record<PeriodKind, string> = {
    day,
    week: `${week.year}-W${pad(week.week)}`,
    month: day.slice(0, 7),
    quarter: `${year}-Q${Math.ceil(month / 3)}`,
    year: `${begins}-${pad((begins + 1) % 100)}`,
  };
  const period = readers[kind](names[kind]);
  if (!period) throw new RangeError(`no ${kind} is called ${names[kind]}`);
  return period;
};

/** The one before: the last that is over where this one is not. */
export const before = ({ kind, from }: Period): Period => periodOf(kind, from - 1);

/** Its London months, as facts are kept under them. */
export const monthsOf = ({ first, last }: Pick<Period, "first" | "last">): string[] => {
  const [year = 0, month = 1] = first.split("-").map(Number);
  const [lastYear = 0, lastMonth = 1] = last.split("-").map(Number);
  const from = year * 12 + month - 1;
  return Array.from({ length: lastYear * 12 + lastMonth - from }, (_, i) => {
    const at = from + i;
    return `${Math.floor(at / 12)}-${pad((at % 12) + 1)}`;
  });
};
