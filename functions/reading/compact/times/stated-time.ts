import { type ClockTime, findTimes, secondsOf, withDayPart } from "./find-times.ts";
import type { TimeForm } from "./time-forms.ts";
import { earliestOf, spansOf, type TimeSpan } from "./time-spans.ts";
import { dateMark } from "./zone-marks.ts";

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
