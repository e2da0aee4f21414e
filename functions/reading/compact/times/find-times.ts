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

const noon = /\b(?:noon|midday)\b/g;

const atNoon = (text: string): FoundTime[] =>
  text.includes("noon") || text.includes("midday")
    ? [...text.matchAll(noon)].map(({ index, 0: word }) => ({
        start: index,
        end: index + word.length,
        hour: 12,
        minute: 0,
        second: 0,
        weak: false,
      }))
    : [];

/** Everything in a text in lower case that may be a time, in order; where two overlap, what the form listed first reads. */
export const findTimes = (text: string, forms: readonly TimeForm[]): FoundTime[] => {
  const found = atNoon(text);
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
