import type { FoundTime, Half } from "./find-times.ts";

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
