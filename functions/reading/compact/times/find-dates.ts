import type { DateForm } from "./date-forms.ts";

export type CalendarDate = { year: number; month: number; day: number };

const two = (n: number): string => String(n).padStart(2, "0");

export const isoDay = (date: CalendarDate): string => `${date.year}-${two(date.month)}-${two(date.day)}`;

export const sameDay = (a: CalendarDate, b: CalendarDate): boolean =>
  a.day === b.day && a.month === b.month && a.year === b.year;

export const isPlausible = ({ year, month, day }: CalendarDate): boolean =>
  year >= 1900 &&
  year <= 2100 &&
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Two figures of a year of birth never name a year after the one the mail is from. */
export const fullYear = (digits: string, latest: number): number => {
  if (digits.length === 4) return Number(digits);
  const year = 2000 + Number(digits);
  return year > latest ? year - 100 : year;
};

/** Whole years between a date of birth and a moment's calendar day. */
export const ageOn = (dateOfBirth: string, at: string): number => {
  const [year = 0, month = 0, day = 0] = dateOfBirth.split("-").map(Number);
  const [thenYear = 0, thenMonth = 0, thenDay = 0] = at.slice(0, 10).split("-").map(Number);
  return thenYear - year - (thenMonth < month || (thenMonth === month && thenDay < day) ? 1 : 0);
};

/** A date and where it stands; without one, what has the form of a date and is none. */
export type FoundDate = { start: number; end: number; date?: CalendarDate; yearFirst: boolean };

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const numberOf = (said: string): number =>
  /^\d/.test(said) ? Number(said) : months.indexOf(said.slice(0, 3)) + 1;

const readAt = (form: DateForm, match: RegExpExecArray, latestYear: number): FoundDate => {
  const said = { d: "", m: "", y: "" };
  form.order.forEach((part, at) => {
    said[part] = match[at + 1] as string;
  });
  const date = { year: fullYear(said.y, latestYear), month: numberOf(said.m), day: numberOf(said.d) };
  const place = { start: match.index, end: match.index + match[0].length, yearFirst: form.order[0] === "y" };
  return isPlausible(date) ? { ...place, date } : place;
};

/** The first from a place on: of two that begin there the one that can be, then the one listed first. */
const nextDate = (
  text: string,
  from: number,
  forms: readonly DateForm[],
  latestYear: number,
): FoundDate | undefined => {
  let best: FoundDate | undefined;
  for (const form of forms) {
    form.pattern.lastIndex = from;
    const match = form.pattern.exec(text);
    if (!match || (best && match.index > best.start)) continue;
    const found = readAt(form, match, latestYear);
    if (!best || found.start < best.start || (!best.date && found.date)) best = found;
  }
  return best;
};

const mostDates = 6;

const allOf = (text: string, forms: readonly DateForm[], latestYear: number): FoundDate[] => {
  const found: FoundDate[] = [];
  const worthwhile = forms.filter(({ needs }) => needs.test(text));
  for (let from = 0; worthwhile.length > 0 && found.length < mostDates; ) {
    const next = nextDate(text, from, worthwhile, latestYear);
    if (!next) break;
    found.push(next);
    from = next.end;
  }
  return found;
};

/** Every date in a text in lower case, in order. */
export const findDates = (text: string, forms: readonly DateForm[], latestYear: number): FoundDate[] => {
  const divided = allOf(
    text,
    forms.filter(({ undivided }) => !undivided),
    latestYear,
  );
  if (divided.length > 0) return divided;
  return allOf(
    text,
    forms.filter(({ undivided }) => undivided),
    latestYear,
  ).filter(({ date }) => date);
};
