import type { TimeForm } from "./time-forms.ts";

export type ClockTime = { hour: number; minute: number; second: number };
export type Half = "a" | "p";

/** Figures with the form of a time of day, and where they stand. */
export type FoundTime = ClockTime & { start: number; end: number; half?: Half; weak: boolean };

const readAt = (match: RegExpExecArray, weak: boolean): FoundTime => {
  const { hour = "0", minute = "0", second = "0", half, mark } = match.groups ?? {};
  return {
    start: match.index,
    end: match.index + match[0].length,
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    ...(half ? { half: half as Half } : {}),
    weak: weak && !half && !mark,
  };
};

/** "PC 1552", "Flat 1200": a number that says what it numbers. */
const numbered = /\b(?:pc|ps|dc|ds|di|pcso|insp|sgt|collar|log|no|ref|cad|storm|flat|room|size)\.?\s$/;

/** Everything in a text in lower case that may be a time, in order; where two overlap, what the form listed first reads. */
export const findTimes = (text: string, forms: readonly TimeForm[]): FoundTime[] => {
  const found: FoundTime[] = [];
  for (const { pattern, needs, weak } of forms) {
    if (!text.includes(needs)) continue;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const time = readAt(match, weak);
      if (time.weak && numbered.test(text.slice(0, time.start))) continue;
      if (!found.some(({ start, end }) => time.start < end && start < time.end)) found.push(time);
    }
  }
  return found.sort((a, b) => a.start - b.start);
};

/** On the clock of twenty-four hours, unless it can't be: "13:30am", "21:75". Midnight may end a day as 24:00. */
export const clockOf = ({ hour, minute, second }: ClockTime, half?: Half): ClockTime | undefined => {
  const turned = half === "p" && hour < 12 ? hour + 12 : half === "a" && hour === 12 ? 0 : hour;
  if (half && (hour === 0 || (half === "a" && hour > 12))) return undefined;
  const inDay = turned < 24 || (turned === 24 && minute === 0 && second === 0);
  return inDay && minute < 60 && second < 60 ? { hour: turned, minute, second } : undefined;
};

export const secondsOf = (time: ClockTime): number => (time.hour * 60 + time.minute) * 60 + time.second;

const noon = /(?<![a-z\d:]|\d\.)(?:12(?:[:.]?00|[:.])?\s*(?:p\.?m\.?)?\s*)?(?:noon|mid-?day)\b/g;
/** "24:00 midnight" and "00:00 midnight" say which. */
const plainMidnight = /(?<![\d:.])(24|00)[:.]?00(\s*(?:hrs?|hours)?\s*mid-?night)\b/g;
const midnight =
  /(?<![a-z\d:.]|\d[:.]\d\d\s{1,2})(?:12(?:[:.]?00)?\s*(?:hrs?|hours|a\.?m\.?)?\s*)?mid-?night\b/g;

/**
 * "Noon" and "12 midnight" as the figures of a clock, in as many characters. Which midnight of a day is meant nobody can
 * tell: the earlier one gives the earlier deadline, and is told as one of two.
 */
export const hoursInFigures = (text: string): { text: string; isMidnight: boolean } => {
  if (!/noon|mid-?day|mid-?night/.test(text)) return { text, isMidnight: false };
  const known = text
    .replace(noon, (said) => "12:00".padEnd(said.length))
    .replace(plainMidnight, (said, hour: string) => `${hour}:00`.padEnd(said.length));
  const written = known.replace(midnight, (said) => "00:00".padEnd(said.length));
  return { text: written, isMidnight: written !== known };
};

const after =
  /^\s?(?:(?:in the|at|this|that|on the|hrs|hours)\s)?(morning|afternoon|evening|tonight|night|midnight)\b/;
const anywhere = /\b(?:afternoon|evening|tonight|night)\b/;

const halves: Record<string, (hour: number) => Half | undefined> = {
  morning: () => "a",
  afternoon: (hour) => (hour === 12 || hour < 8 ? "p" : undefined),
  evening: (hour) => (hour > 3 && hour < 12 ? "p" : undefined),
  tonight: (hour) => (hour > 4 && hour < 12 ? "p" : undefined),
  night: (hour) => (hour > 5 && hour < 12 ? "p" : "a"),
  midnight: (hour) => (hour === 12 ? "a" : undefined),
};

const isOpen = ({ hour, half }: FoundTime): boolean => half === undefined && hour > 0 && hour <= 12;

/**
 * "9.30 in the evening" is half past nine at night. Where the words stand elsewhere ("that evening, 9.30") either may be
 * meant, and so may it where they contradict the hour: the text is then not readable.
 */
export const withDayPart = (time: FoundTime, text: string): FoundTime | undefined => {
  if (!isOpen(time)) return time;
  const part = after.exec(text.slice(time.end))?.[1];
  const half = part ? halves[part]?.(time.hour) : undefined;
  if (half) return { ...time, half };
  const isPadded = text[time.start] === "0";
  return part || (!isPadded && time.hour < 12 && anywhere.test(text)) ? undefined : time;
};
