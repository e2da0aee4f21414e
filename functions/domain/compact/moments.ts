import { Temporal } from "temporal-polyfill";

const zone = "Europe/London";
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const monthNames =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

const isoDate = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?:t(?=\d))?(?!\d{3})/;
const numericDate = /(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})(?!\d)/;
const namedDate = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?[\\s/.-]*(?:of\\s+)?(${monthNames})\\b[.,]?[\\s/.'’-]*(\\d{4}|\\d{2})(?!\\d)`,
);
const monthFirstDate = new RegExp(
  `\\b(${monthNames})\\b\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`,
);
const figuresOnly = /^[\d\s:]*$/;
const threeLetters = /[a-z]{3}/;
const weekday = /\b(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|rs|rsday|nesday|urday)?\b/;

const clockTime =
  /(?<![\d/-])(\d{1,2})\s?[:.]\s?(\d{2})(?:[:.](\d{2})(?:\.\d+)?)?\s*(a\.?m\b\.?|p\.?m\b\.?)?(?!\d)/g;
const hourOnly = /(?<![\d.:])(\d{1,2})\s*(a\.?m\b|p\.?m\b)/g;
const fourDigits =
  /(?<![\d/:.-])(?<!\b(?:pc|ps|dc|ds|pcso|insp|log|no|ref|cad|storm)\s)([01]\d|2[0-3])([0-5]\d)(?!\d)(?:\s*(?:hours|hrs?|h)\b)?/g;
const dottedHours = /(?<![\d])(\d{1,2})h(\d{2})(?!\d)/g;
const offset = /(?:(?<=\d)\s*(z)\b)|\b(utc|gmt|bst)\b|(?<=\d)\s*([+-]\d{2}):?(\d{2})(?!\d)/;

export type CalendarDate = { year: number; month: number; day: number };
type ClockTime = { hour: number; minute: number; second: number };

/** What a stated time says. `instant` has the London offset of that moment. */
export type StatedMoment =
  | { kind: "instant"; at: string; ambiguous: boolean }
  | { kind: "date"; date: CalendarDate }
  | { kind: "time"; text: string }
  | { kind: "unreadable" };

const monthNumber = (name: string): number => months.indexOf(name.slice(0, 3)) + 1;

/** Two figures of a year of birth never name a year after the one the mail is from. */
const fullYear = (digits: string, latest: number): number => {
  if (digits.length === 4) return Number(digits);
  const year = 2000 + Number(digits);
  return year > latest ? year - 100 : year;
};

const plausible = ({ year, month, day }: CalendarDate): boolean =>
  year >= 1900 &&
  year <= 2100 &&
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= new Date(Date.UTC(year, month, 0)).getUTCDate();

type FoundDate = { date: CalendarDate; rest: string };

const without = (text: string, match: RegExpExecArray): string =>
  `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;

const findDate = (text: string, latestYear: number): FoundDate | undefined => {
  const found = (match: RegExpExecArray, year: string, month: number, day: string): FoundDate | undefined => {
    const date = { year: fullYear(year, latestYear), month, day: Number(day) };
    return plausible(date) ? { date, rest: without(text, match) } : undefined;
  };
  const iso = text.includes("-") ? isoDate.exec(text) : null;
  if (iso) return found(iso, iso[1] as string, Number(iso[2]), iso[3] as string);
  const worded = threeLetters.test(text);
  const named = worded ? namedDate.exec(text) : null;
  if (named) return found(named, named[3] as string, monthNumber(named[2] as string), named[1] as string);
  const numeric = numericDate.exec(text);
  if (numeric) return found(numeric, numeric[3] as string, Number(numeric[2]), numeric[1] as string);
  const monthFirst = worded ? monthFirstDate.exec(text) : null;
  if (monthFirst)
    return found(
      monthFirst,
      monthFirst[3] as string,
      monthNumber(monthFirst[1] as string),
      monthFirst[2] as string,
    );
  return undefined;
};

const weekdayAgrees = (text: string, date: CalendarDate): boolean => {
  const said = threeLetters.test(text) ? weekday.exec(text)?.[1] : undefined;
  if (!said) return true;
  const day = new Date(Date.UTC(date.year, date.month - 1, date.day)).getUTCDay();
  return weekdays[(day + 6) % 7] === said;
};

const clock = (hour: string, minute: string, second = "0", half = ""): ClockTime | undefined => {
  let h = Number(hour);
  if (half.startsWith("p") && h < 12) h += 12;
  if (half.startsWith("a") && h === 12) h = 0;
  return h < 24 && Number(minute) < 60 && Number(second) < 60
    ? { hour: h, minute: Number(minute), second: Number(second) }
    : undefined;
};

type FoundTimes = { times: (ClockTime | undefined)[]; rest: string };

const findTimes = (text: string): FoundTimes => {
  const times: (ClockTime | undefined)[] = [];
  const take = (source: string, pattern: RegExp, read: (match: string[]) => ClockTime | undefined): string =>
    source.replace(pattern, (...match: string[]) => {
      times.push(read(match));
      return " ";
    });
  let rest = take(text, clockTime, ([, h = "", m = "", s, half]) => clock(h, m, s, half));
  // After "21:30" there is mostly nothing left to look at.
  if (!/\S/.test(rest)) return { times, rest };
  rest = take(rest, hourOnly, ([, h = "", half]) => clock(h, "0", "0", half));
  rest = take(rest, dottedHours, ([, h = "", m = ""]) => clock(h, m));
  rest = take(rest, fourDigits, ([, h = "", m = ""]) => clock(h, m));
  rest = take(rest, /\b(?:noon|midday)\b/g, () => clock("12", "0"));
  return { times, rest };
};

type Summer = { begins: number; ends: number };
const summers = new Map<number, Summer>();
const hour = 3_600_000;

/** When London's clocks change in a year. Asked of Temporal once: it costs more than the rest of reading a date. */
const summerOf = (year: number): Summer => {
  const known = summers.get(year);
  if (known) return known;
  const newYear = Temporal.ZonedDateTime.from({ timeZone: zone, year, month: 1, day: 1 });
  const begins = newYear.getTimeZoneTransition("next");
  const ends = begins?.getTimeZoneTransition("next");
  const summer = {
    begins: begins?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    ends: ends?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
  };
  summers.set(year, summer);
  return summer;
};

const londonHours = (instant: number): 0 | 1 => {
  const { begins, ends } = summerOf(new Date(instant).getUTCFullYear());
  return instant >= begins && instant < ends ? 1 : 0;
};

/** An instant as London's clocks show it. */
export const inLondon = (instant: number): string => {
  const hours = londonHours(instant);
  return `${new Date(instant + hours * hour).toISOString().slice(0, 19)}+0${hours}:00`;
};

const instantOf = (date: CalendarDate, time: ClockTime, zoneMark: RegExpExecArray | null): StatedMoment => {
  const wall = Date.UTC(date.year, date.month - 1, date.day, time.hour, time.minute, time.second);
  if (zoneMark) {
    const sign = zoneMark[3]?.startsWith("-") ? -1 : 1;
    const ahead = zoneMark[3]
      ? Number(zoneMark[3]) * hour + (sign * Number(zoneMark[4]) * hour) / 60
      : zoneMark[2] === "bst"
        ? hour
        : 0;
    return { kind: "instant", at: inLondon(wall - ahead), ambiguous: false };
  }
  // Read as summer time and as winter time. Where both hold the hour comes twice; where neither does it is skipped.
  const summer = wall - hour;
  const isSummer = londonHours(summer) === 1;
  const isWinter = londonHours(wall) === 0;
  const ambiguous = isSummer === isWinter;
  return { kind: "instant", at: inLondon(ambiguous || isSummer ? summer : wall), ambiguous };
};

const minutesOf = (time: ClockTime): number => (time.hour * 60 + time.minute) * 60 + time.second;

/** Reads any of the date forms seen; day first always. Anything that could mean two days is unreadable. */
export const readMoment = (raw: string, latestYear = 2099): StatedMoment => {
  const text = raw.toLowerCase().slice(0, 300);
  if (!/\d/.test(text)) return { kind: "unreadable" };
  const found = findDate(text, latestYear);
  if (!found)
    return findTimes(text).times.length === 1 && !/[/]/.test(text) && text.length < 24
      ? { kind: "time", text: raw }
      : { kind: "unreadable" };
  // Beside "14/11/2026" stands mostly "21:30": no weekday, no second date, no offset to look for.
  const onlyClock = figuresOnly.test(found.rest);
  if (found.date.year < 2000 || !(onlyClock || weekdayAgrees(found.rest, found.date)))
    return { kind: "unreadable" };
  const again = onlyClock ? undefined : findDate(found.rest, latestYear);
  if (again && (again.date.day !== found.date.day || again.date.month !== found.date.month))
    return { kind: "unreadable" };
  const zoneMark = onlyClock ? null : offset.exec(found.rest);
  const { times } = findTimes(zoneMark ? without(found.rest, zoneMark) : found.rest);
  const readable = times.filter((time) => time !== undefined);
  if (readable.length < times.length) return { kind: "unreadable" };
  const first = readable.toSorted((a, b) => minutesOf(a) - minutesOf(b))[0];
  if (!first) return { kind: "date", date: found.date };
  const instant = instantOf(found.date, first, zoneMark);
  // "Between 9 and 10 pm": the earlier one gives the earlier deadline, and a person is told.
  return readable.some((time) => minutesOf(time) !== minutesOf(first)) && instant.kind === "instant"
    ? { ...instant, ambiguous: true }
    : instant;
};

const two = (n: number): string => String(n).padStart(2, "0");

export const isoDay = (date: CalendarDate): string => `${date.year}-${two(date.month)}-${two(date.day)}`;

/** A date of birth. A time beside it (some systems print midnight) says nothing. */
export const readDay = (raw: string, latestYear: number): string | undefined => {
  const text = raw.toLowerCase().slice(0, 100);
  const found = findDate(text, latestYear);
  if (!found || found.date.year > latestYear) return undefined;
  if (figuresOnly.test(found.rest)) return isoDay(found.date);
  return weekdayAgrees(found.rest, found.date) && !findDate(found.rest, latestYear)
    ? isoDay(found.date)
    : undefined;
};

/** Whole years between a date of birth and a moment's calendar day. */
export const ageOn = (dateOfBirth: string, at: string): number => {
  const [year = 0, month = 0, day = 0] = dateOfBirth.split("-").map(Number);
  const [thenYear = 0, thenMonth = 0, thenDay = 0] = at.slice(0, 10).split("-").map(Number);
  return thenYear - year - (thenMonth < month || (thenMonth === month && thenDay < day) ? 1 : 0);
};
