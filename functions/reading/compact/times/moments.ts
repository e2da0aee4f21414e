import {
  dateMark,
  marked,
  namesAnotherBirthday,
  namesAnotherDay,
  weekdaysAgree,
  zoneIn,
} from "./beside-dates.ts";
import { type CalendarDate, findDates, isoDay, sameDay } from "./find-dates.ts";
import { type ClockTime, hoursInFigures } from "./find-times.ts";
import { inLondon, onLondonsClock } from "./london.ts";
import { type MomentForms, usualForms } from "./moment-forms.ts";
import { statedTime } from "./stated-time.ts";

/** A time of day as stated: `ahead` of UTC where it says its zone, and whether it is one end of a span. */
export type StatedClock = ClockTime & { ahead?: number; isSpan: boolean };

type StatedInstant = { kind: "instant"; at: string; ambiguous: boolean };

/** What a stated time says. `instant` has the London offset of that moment. */
export type StatedMoment =
  | StatedInstant
  | { kind: "date"; date: CalendarDate }
  | { kind: "time"; time: StatedClock }
  | { kind: "unreadable" };

/** With what is left of the text, a mark for each thing read. */
export type LocatedMoment = { stated: StatedMoment; rest: string };

const unreadable: StatedMoment = { kind: "unreadable" };
const farthest = 2099;

/** "Between 9 and 10 pm": the earlier one gives the earlier deadline, and a person is told. */
export const momentOf = (date: CalendarDate, time: StatedClock): StatedInstant => {
  const wall = Date.UTC(date.year, date.month - 1, date.day, time.hour, time.minute, time.second);
  const { at, ambiguous } =
    time.ahead === undefined ? onLondonsClock(wall) : { at: inLondon(wall - time.ahead), ambiguous: false };
  return { kind: "instant", at, ambiguous: ambiguous || time.isSpan };
};

/** Most times stand so, with nothing else to look for. */
const ordinary = /^(\d\d)\/(\d\d)\/(20\d\d) ([01]\d|2[0-3]):([0-5]\d)$/;

const readOrdinary = (text: string): StatedMoment | undefined => {
  const said = ordinary.exec(text);
  if (!said) return undefined;
  const [day = 0, month = 0, year = 0, hour = 0, minute = 0] = said.slice(1).map(Number);
  return day > 0 && day < 29 && month > 0 && month < 13
    ? momentOf({ year, month, day }, { hour, minute, second: 0, isSpan: false })
    : undefined;
};

const readTimeAlone = (text: string, forms: MomentForms, isMidnight: boolean): StatedMoment => {
  const { ahead, text: bare } = zoneIn(text, false);
  const found = statedTime(bare, forms.times);
  return found && found !== "none"
    ? {
        kind: "time",
        time: {
          ...found.time,
          isSpan: found.isSpan || isMidnight,
          ...(ahead === undefined ? {} : { ahead }),
        },
      }
    : unreadable;
};

/** Reads any of the forms known, day first unless they say otherwise. Anything that could mean two days is unreadable. */
export const locateMoment = (raw: string, forms: MomentForms = usualForms): LocatedMoment => {
  const { text: lower, isMidnight } = hoursInFigures(raw.slice(0, 300).toLowerCase());
  const nothing = { stated: unreadable, rest: raw };
  if (!/\d/.test(lower)) return nothing;
  const dates = findDates(lower, forms.dates, farthest);
  const [first] = dates;
  if (!first) return { stated: readTimeAlone(lower, forms, isMidnight), rest: raw };
  const { date } = first;
  if (!date || date.year < 2000 || !dates.every((one) => one.date && sameDay(one.date, date))) return nothing;
  const { ahead, text } = zoneIn(dates.reduce(marked, lower), first.yearFirst);
  if (!weekdaysAgree(text, date) || namesAnotherDay(text)) return nothing;
  const found = statedTime(text, forms.times);
  if (!found) return nothing;
  const spans = found === "none" ? dates : [...dates, found];
  const rest = spans.reduce(marked, raw.slice(0, 300)) + raw.slice(300);
  if (found === "none") return { stated: { kind: "date", date }, rest };
  const clock = {
    ...found.time,
    isSpan: found.isSpan || isMidnight,
    ...(ahead === undefined ? {} : { ahead }),
  };
  return { stated: momentOf(date, clock), rest };
};

export const readMoment = (raw: string, forms: MomentForms = usualForms): StatedMoment =>
  (forms.isDayFirst ? readOrdinary(raw) : undefined) ?? locateMoment(raw, forms).stated;

/** A date of birth, and what stands beside it. A time there (some systems print midnight) says nothing. */
export const locateDay = (
  raw: string,
  latestYear: number,
  forms: MomentForms = usualForms,
): { day: string; rest: string } | undefined => {
  const lower = raw.toLowerCase().slice(0, 100);
  const [found, ...more] = findDates(lower, forms.dates, latestYear);
  if (!found?.date || found.date.year > latestYear || more.length > 0) return undefined;
  const rest = marked(lower, found);
  if (!weekdaysAgree(rest, found.date) || namesAnotherBirthday(rest)) return undefined;
  return { day: isoDay(found.date), rest: rest.replaceAll(dateMark, " ") };
};

export const readDay = (raw: string, latestYear: number, forms?: MomentForms): string | undefined =>
  locateDay(raw, latestYear, forms)?.day;
