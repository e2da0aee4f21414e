import { toInstant } from "../../calendar/instant.ts";
import { dayInLondon } from "../../calendar/london.ts";
import type { FactsRow } from "../facts-row.ts";

/** A child away from placement: M missing, A away with whereabouts known. Days are London's; open while not back. */
export type AwaySpan = { type: "M" | "A"; start: string; end?: string; episodes: readonly string[] };

/**
 * The end is the day the child was found for M (else back), the day of the return to placement for A (else found):
 * the guide counts a child who is found as no longer missing.
 */
export const spanOf = ({ absence, startAt, foundAt, returnedAt, episodeId }: FactsRow): AwaySpan => {
  const end = absence ? (returnedAt ?? foundAt) : (foundAt ?? returnedAt);
  return {
    type: absence ? "A" : "M",
    start: dayInLondon(toInstant(startAt)),
    ...(end === undefined ? {} : { end: dayInLondon(toInstant(end)) }),
    episodes: [episodeId],
  };
};

const OPEN = "9999-12-31";
const endOf = ({ end = OPEN }: AwaySpan): string => end;

const spanned = (type: "M" | "A", start: string, end: string, episodes: readonly string[]): AwaySpan => ({
  type,
  start,
  ...(end === OPEN ? {} : { end }),
  episodes: [...new Set(episodes)].toSorted(),
});

/** Of spans of one kind that overlap one: 574 forbids two. Touching ones (a new one on the day of the last) stay two. */
const joined = (spans: readonly AwaySpan[]): AwaySpan[] => {
  const result: AwaySpan[] = [];
  for (const span of spans.toSorted(
    (a, b) => a.start.localeCompare(b.start) || endOf(a).localeCompare(endOf(b)),
  )) {
    const last = result.at(-1);
    if (!last || span.start >= endOf(last)) result.push(span);
    else
      result[result.length - 1] = spanned(
        last.type,
        last.start,
        [endOf(last), endOf(span)].toSorted()[1] ?? OPEN,
        [...last.episodes, ...span.episodes],
      );
  }
  return result;
};

/** What of an absence lies outside every missing span: A that turns M ends on the day M starts. */
const outside = (away: AwaySpan, missing: readonly AwaySpan[]): AwaySpan[] => {
  let start = away.start;
  const parts: AwaySpan[] = [];
  for (const m of missing.filter((one) => endOf(one) > away.start && one.start < endOf(away))) {
    if (m.start > start) parts.push(spanned("A", start, m.start, away.episodes));
    start = [start, endOf(m)].toSorted()[1] ?? start;
  }
  return start < endOf(away) || (parts.length === 0 && start === away.start)
    ? [...parts, spanned("A", start, endOf(away), away.episodes)]
    : parts;
};

/** All of one child's spans as the return takes them: none overlaps another, whatever the type. */
export const unionOf = (spans: readonly AwaySpan[]): AwaySpan[] => {
  const missing = joined(spans.filter(({ type }) => type === "M"));
  const away = joined(spans.filter(({ type }) => type === "A")).flatMap((one) => outside(one, missing));
  return [...missing, ...away].toSorted(
    (a, b) => a.start.localeCompare(b.start) || endOf(a).localeCompare(endOf(b)),
  );
};
