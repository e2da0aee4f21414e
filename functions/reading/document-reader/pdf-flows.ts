import type { Line } from "./pdf-lines.ts";
import type { Stretch } from "./pdf-ticks.ts";

/** A label with its value in one: in a table a label stands alone, its value in the next column. */
const inlinePair = /^[^:]{2,60}:\s+\S/;
const sameColumn = 0.6;
const mostly = 0.6;
const lineStep = 2;

const share = (stretches: readonly Stretch[]): number =>
  stretches.filter(({ text }) => inlinePair.test(text)).length / stretches.length;

const within = ({ size, stretches, ...line }: Line, from: number, to: number): Line => ({
  ...line,
  size,
  stretches: stretches.filter(({ x }) => x >= from - sameColumn * size && x < to - sameColumn * size),
});

/** The left column may be the longer one. */
const isMoreOfLeft = (above: Line | undefined, line: Line | undefined, start: number): boolean =>
  above !== undefined &&
  line !== undefined &&
  line.y - above.y <= lineStep * line.size &&
  line.stretches.every(({ end }) => end < start);

/**
 * Lines in the order they are read: where a page is set in two columns, each a form of its own, first those of the
 * left and then those of the right. What stands above and below them keeps its place.
 */
export const flowsOf = (lines: readonly Line[]): Line[][] => {
  const beside = lines.filter(({ stretches }) => stretches.length > 1);
  const lefts = beside.flatMap(({ stretches }) => stretches.slice(0, 1));
  const rights = beside.flatMap(({ stretches }) => stretches.slice(1));
  const start = rights.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY);
  const areColumns =
    beside.length > 2 &&
    rights.length === beside.length &&
    rights.every(({ x, size }) => x - start < sameColumn * size) &&
    share(lefts) >= mostly &&
    rights.some(({ text }) => inlinePair.test(text));
  if (!areColumns) return [[...lines]];
  const first = lines.indexOf(beside[0] as Line);
  let last = lines.findLastIndex((line) => line.stretches.some(({ x }) => x >= start - line.size));
  while (isMoreOfLeft(lines[last], lines[last + 1], start)) last += 1;
  const middle = lines.slice(first, last + 1);
  const [left, right] = [
    middle.map((line) => within(line, 0, start)),
    middle.map((line) => within(line, start, Number.POSITIVE_INFINITY)),
  ];
  return [lines.slice(0, first), left, right, lines.slice(last + 1)]
    .map((part) => part.filter(({ stretches }) => stretches.length > 0))
    .filter((part) => part.length > 0);
};
