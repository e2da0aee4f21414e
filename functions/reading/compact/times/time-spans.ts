import { type ClockTime, clockOf, type FoundTime, secondsOf } from "./find-times.ts";
import { dateMark } from "./zone-marks.ts";

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
