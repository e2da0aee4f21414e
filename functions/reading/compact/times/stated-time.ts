import { dateMark } from "./beside-dates.ts";
import { type ClockTime, clockOf, type FoundTime, findTimes, secondsOf, withDayPart } from "./find-times.ts";
import type { TimeForm } from "./time-forms.ts";

/** Times said together: "21:00-22:00", "9 or 10 pm". `isEither` where "or" joins the second to the first. */
export type TimeSpan = { times: FoundTime[]; isEither: boolean; start: number; end: number };

const gap = `[\\s,)(${dateMark}]*`;
const joiner = new RegExp(
  `^${gap}(to|till|until|and|or|&|[-–—/])${gap}(?:(?:at|on|approx(?:imately)?|about|around|circa)\\b\\.?${gap})*$`,
);
const bareHour = /(?<![\d:./])(?<!\d )(\d{1,2})\s?(?:-|–|to|and|or|&)\s?$/;

/** "8-9pm": a number alone is an hour where it is joined to one that is. */
const withBareHour = (text: string, time: FoundTime): FoundTime[] => {
  const bare = time.half ? bareHour.exec(text.slice(0, time.start)) : null;
  return bare
    ? [
        {
          start: bare.index,
          end: bare.index + (bare[1] as string).length,
          hour: Number(bare[1]),
          minute: 0,
          second: 0,
          weak: true,
        },
        time,
      ]
    : [time];
};

export const spansOf = (text: string, found: readonly FoundTime[]): TimeSpan[] => {
  const spans: TimeSpan[] = [];
  for (const one of found) {
    const last = spans.at(-1);
    const joined = last ? joiner.exec(text.slice(last.end, one.start)) : null;
    if (last && joined) {
      last.times.push(one);
      last.isEither ||= joined[1] === "or";
      last.end = one.end;
      continue;
    }
    const times = withBareHour(text, one);
    spans.push({
      times,
      isEither: /or\s?$/.test(text.slice(0, one.start)),
      start: times[0]?.start ?? one.start,
      end: one.end,
    });
  }
  return spans;
};

/** "8-9pm": the mark holds for both, unless the first were then the later: "11-1pm". */
const shared = (times: readonly FoundTime[]): (ClockTime | undefined)[] => {
  const half = times.find((time) => time.half)?.half;
  return times.map((time, at) => {
    if (time.half || !half || at > 0 || time.hour > 12) return clockOf(time, time.half);
    const [own, next] = [clockOf(time, half), clockOf(times[1] ?? time, times[1]?.half ?? half)];
    return own && next && secondsOf(own) > secondsOf(next) ? clockOf(time, half === "p" ? "a" : "p") : own;
  });
};

const halfADay = 12 * 3600;

/** Of several times the one that gives the earlier deadline: a range begins with the first, even past midnight. */
export const earliestOf = ({
  times,
  isEither,
}: TimeSpan): { time: ClockTime; isSpan: boolean } | undefined => {
  const clocks = shared(times);
  const read = clocks.filter((time) => time !== undefined);
  const [first] = read;
  if (!first || read.length < clocks.length) return undefined;
  const isSpan = read.some((time) => secondsOf(time) !== secondsOf(first));
  const earlier = isEither ? read.filter((time) => secondsOf(first) - secondsOf(time) < halfADay) : [first];
  return { time: earlier.toSorted((a, b) => secondsOf(a) - secondsOf(b))[0] ?? first, isSpan };
};

export type StatedTime = { time: ClockTime; isSpan: boolean; start: number; end: number };

/** Words that may stand between a date and its time without making it another time. */
const filler =
  /^[\s,;:.@()[\]–-]*(?:(?:t|at|on|of|in|the|this|that|approx(?:imately)?|about|around|circa|ca?|time|date|between|from|by|before|after|just|since|last|seen|hours|hrs|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|morning|afternoon|evening|tonight|night|noon)\b[\s,;:.@()[\]–-]*)*$/;
/** Said of a time that is not the one the label asks for. */
const otherTime =
  /\b(?:not|reported|called|rang|informed|notified|due|expected|curfew|until|returned?|home by)\b[^,;)]*$/;

const besideDate = (text: string, { start, end }: TimeSpan): boolean => {
  const before = text.lastIndexOf(dateMark, start - 1);
  if (start > 0 && before >= 0 && filler.test(text.slice(before + 1, start))) return true;
  const after = text.indexOf(dateMark, end);
  return after >= 0 && filler.test(text.slice(end, after));
};

const standsAlone = (text: string, { start, end }: TimeSpan): boolean =>
  filler.test(text.slice(0, start)) && filler.test(text.slice(end));

const read = (text: string, span: TimeSpan): StatedTime | undefined => {
  const times = span.times.map((time, at) =>
    span.times.slice(at + 1).some(({ half }) => half) ? time : withDayPart(time, text),
  );
  const whole = times.filter((time) => time !== undefined);
  const earliest = whole.length === times.length ? earliestOf({ ...span, times: whole }) : undefined;
  return earliest && { ...earliest, start: span.start, end: span.end };
};

const agree = (read: readonly (StatedTime | undefined)[]): boolean =>
  new Set(read.map((one) => one && secondsOf(one.time))).size === 1;

/**
 * The time of day a text states, beside its date if it has one. Other times count only if joined to it by "to", "and",
 * "or" or a dash; "none" is none at all, and nothing is several or what can't be.
 */
export const statedTime = (text: string, forms: readonly TimeForm[]): StatedTime | "none" | undefined => {
  const spans = spansOf(text, findTimes(text, forms));
  if (spans.length === 0) return "none";
  const hasDate = text.includes(dateMark);
  const beside = spans.filter((span) => (hasDate ? besideDate(text, span) : standsAlone(text, span)));
  if (!hasDate && beside.length !== spans.length) return undefined;
  const others = spans.filter(
    ({ times, start }) =>
      times.some(({ weak }) => !weak || !hasDate) && !otherTime.test(text.slice(0, start)),
  );
  const stated = (beside.length > 0 ? beside : others).map((span) => read(text, span));
  if (stated.length === 0) return "none";
  return agree(stated) ? stated[0] : undefined;
};
