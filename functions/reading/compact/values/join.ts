import { type CalendarDate, isoDay } from "../times/find-dates.ts";
import { momentOf, type StatedClock } from "../times/moments.ts";
import { type Finding, sameValue } from "./findings.ts";

const noHarm = /^(?:no|none|nil|n)\b[\w\s]{0,24}\W*$/i;
const bareAnswer = /^\w{1,4}\W*$/;

const textsOf = (all: readonly Finding[]): string[] => [...new Set(all.map(({ value }) => String(value)))];

/** Each harm stated; where all of them say "no", the fullest of them, for that is what rules compare. */
const joinedHarm = (all: readonly Finding[]): string => {
  const texts = textsOf(all);
  if (texts.every((text) => noHarm.test(text)))
    return texts.reduce((fullest, text) => (text.length > fullest.length ? text : fullest));
  const labelled = all.map(({ value, from }) =>
    bareAnswer.test(String(value)) ? `${from.label}: ${value}` : String(value),
  );
  return [...new Set(labelled)].join("; ");
};

const joins: Record<string, (all: readonly Finding[]) => unknown> = {
  circumstances: (all) => textsOf(all).join(" "),
  "preventionInterview.summary": (all) => textsOf(all).join(" "),
  harm: joinedHarm,
  warnings: (all) => [...new Set(all.flatMap(({ value }) => value as string[]))],
};

/** Texts under several labels that are all of them true, as one. */
export const joinOf = (key: string): ((all: readonly Finding[]) => unknown) | undefined => joins[key];

const moments = ["missingSince", "reportedAt", "foundAt", "returnedAt"] as const;

const isPart = ({ key }: Finding): boolean => key.includes(":");

const differ = ([first, ...more]: readonly Finding[]): boolean =>
  more.some(({ rank, value }) => rank === first?.rank && !sameValue(value, first?.value));

const byRank = (found: readonly Finding[], key: string): Finding[] =>
  found.filter((finding) => finding.key === key).toSorted((a, b) => b.rank - a.rank);

const join = (key: string, date: Finding, time: Finding, reasons: Set<string>): Finding => {
  const stated = momentOf(date.value as CalendarDate, time.value as StatedClock);
  if (stated.ambiguous) reasons.add(`ambiguous-date:${key}`);
  const raw = `${date.from.raw} ${time.from.raw}`;
  return { key, value: stated.at, rank: date.rank, from: { ...date.from, raw } };
};

const joined = (key: string, found: readonly Finding[], reasons: Set<string>): Finding[] => {
  const dates = byRank(found, `${key}:date`);
  const times = byRank(found, `${key}:time`);
  const [date] = dates;
  const [whole] = byRank(found, key);
  if (whole) {
    const same =
      !date || date.rank < whole.rank || String(whole.value).startsWith(isoDay(date.value as CalendarDate));
    if (!same) reasons.add(`conflicting-values:${key}`);
    return [];
  }
  if (differ(dates) || differ(times)) reasons.add(`conflicting-values:${key}`);
  const time = times.find(({ rank }) => rank === date?.rank) ?? times[0];
  if (date && time) return [join(key, date, time, reasons)];
  if (date || time) reasons.add(`unreadable-date:${key}`);
  return [];
};

const end = new Set(["foundAt", "returnedAt"]);

/** Words under a label for a time are no fault where another label says when; found or returned, one is enough. */
const unread = (key: string, found: readonly Finding[]): boolean => {
  const enough = (other: string): boolean => other === key || (end.has(key) && end.has(other));
  return found.some((one) => one.key === `${key}:unread`) && !found.some((one) => enough(one.key));
};

/** A forename that has a label of its own stands behind the first, unless the first says it already. */
const withFurtherNames = (found: readonly Finding[]): readonly Finding[] => {
  const more = found
    .filter(({ key }) => key.startsWith("forenames:"))
    .toSorted((a, b) => a.key.localeCompare(b.key))
    .map(({ value }) => String(value));
  const wordsOf = (value: unknown): string[] => String(value).toLowerCase().split(/\s+/);
  return found.map((one) => {
    if (one.key !== "forenames") return one;
    const said = new Set(wordsOf(one.value));
    const lacking = more.filter((name) => !wordsOf(name).every((word) => said.has(word)));
    return lacking.length > 0 ? { ...one, value: [one.value, ...lacking].join(" ") } : one;
  });
};

/** A date under one label and its time under another make one moment; a date alone is no moment. */
export const joinHalves = (found: readonly Finding[], reasons: Set<string>): readonly Finding[] => {
  if (!found.some(isPart)) return found;
  const all = [...withFurtherNames(found), ...moments.flatMap((key) => joined(key, found, reasons))];
  for (const key of moments) if (unread(key, all)) reasons.add(`unreadable-date:${key}`);
  return all.filter((finding) => !isPart(finding));
};
