import type { Piece } from "./pdf-text.ts";

/** Text of one line without a wide gap in it. */
export type Stretch = { text: string; x: number; end: number; size: number };

const bare = /^[☐☒]$/;
const ticked = /[☐☒]/;
const words = /\p{L}/u;
/** In sizes of the font: what stands further off is no label of a box. */
const furthest = 2.5;

const merged = (left: Stretch, right: Stretch): Stretch => ({
  ...left,
  text: `${left.text} ${right.text}`,
  end: right.end,
});

/** A box alone goes to the label it is nearest to. */
const withLabels = (stretches: readonly Stretch[]): Stretch[] => {
  const done: Stretch[] = [];
  stretches.forEach((one, at) => {
    const [before, after] = [done.at(-1), stretches[at + 1]];
    const gap = before ? one.x - before.end : Number.POSITIVE_INFINITY;
    const isBox = bare.test(one.text) && gap <= furthest * one.size;
    const joins = isBox && gap <= (after ? after.x - one.end : Number.POSITIVE_INFINITY);
    const isBoxes = bare.test(before?.text ?? "") && !bare.test(one.text) && gap <= furthest * one.size;
    if (before && (joins || isBoxes)) done.splice(-1, 1, merged(before, one));
    else done.push(one);
  });
  return done;
};

/** The boxes of one question are one value, however wide they are set: "☐ High ☒ Medium ☐ Low". */
const besideLabels = (stretches: readonly Stretch[]): Stretch[] => {
  if (!stretches.some(({ text }) => ticked.test(text))) return [...stretches];
  const isChoice = ({ text }: Stretch): boolean => ticked.test(text) && words.test(text);
  return withLabels(stretches).reduce<Stretch[]>((all, one) => {
    const before = all.at(-1);
    if (before && isChoice(before) && isChoice(one)) all.splice(-1, 1, merged(before, one));
    else all.push(one);
    return all;
  }, []);
};

export type Line = { y: number; size: number; stretches: Stretch[] };

/** All in sizes of the font. Lines of one column lie at least one apart; words of a sentence less than half. */
const sameLine = 0.5;
const wordGap = 0.15;
const columnGap = 1;
const fineGap = 0.05;
const fewestInColumn = 3;
const fakeBold = 0.15;

type Starts = ReadonlySet<number>;

const addPiece = (stretches: Stretch[], { text, x, width, size }: Piece, starts: Starts): void => {
  const last = stretches.at(-1);
  const gap = last ? x - last.end : Number.POSITIVE_INFINITY;
  const isColumn = gap > fineGap * size && starts.has(Math.round(x));
  if (!last || isColumn || gap > columnGap * size) {
    stretches.push({ x, end: x + width, text, size });
    return;
  }
  last.text += gap > wordGap * size && !/\s$/.test(last.text) ? ` ${text}` : text;
  last.end = Math.max(last.end, x + width);
};

/** Some programs print bold by printing twice, a hair apart. */
const isReprint = (before: Piece | undefined, { text, x, size }: Piece): boolean =>
  before !== undefined && before.text === text && Math.abs(x - before.x) < fakeBold * size;

const lineOf = (pieces: readonly Piece[], starts: Starts): Line => {
  const ordered = pieces.toSorted((a, b) => a.x - b.x).filter((one, at, all) => !isReprint(all[at - 1], one));
  const stretches: Stretch[] = [];
  for (const piece of ordered) addPiece(stretches, piece, starts);
  const [first] = pieces as [Piece];
  return {
    y: first.y,
    size: Math.max(...pieces.map(({ size }) => size)),
    stretches: besideLabels(stretches),
  };
};

/** Where columns begin: a long label may leave no gap before its value, but the values of others show it. */
const startsOf = (lines: readonly Line[]): Starts => {
  const counts = new Map<number, number>();
  for (const { stretches } of lines)
    for (const { x } of stretches.slice(1)) counts.set(Math.round(x), (counts.get(Math.round(x)) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= fewestInColumn).map(([x]) => x));
};

/** Text line by line. What stands in columns is told apart by the width between. */
export const linesOf = (pieces: readonly Piece[]): Line[] => {
  const lines: Piece[][] = [];
  for (const piece of pieces.filter(({ text }) => text.trim()).toSorted((a, b) => a.y - b.y)) {
    const first = lines.at(-1)?.[0];
    if (first && piece.y - first.y < sameLine * Math.max(first.size, piece.size)) lines.at(-1)?.push(piece);
    else lines.push([piece]);
  }
  const read = lines.map((line) => lineOf(line, new Set()));
  const starts = startsOf(read);
  return starts.size > 0 ? lines.map((line) => lineOf(line, starts)) : read;
};

/** A word too long for its column goes on in the next line, where not even one letter more had room. */
const isBrokenWord = (above: Stretch, { text, x, end }: Stretch, right: number): boolean =>
  /^\S+[\p{L}]$/u.test(above.text.trim()) &&
  /^\p{Ll}/u.test(text.trim()) &&
  above.end + (end - x) / Math.max(1, text.length) > right;

const firstWord = ({ text, x, end }: Stretch): number =>
  ((end - x) * (text.trim().split(/\s/)[0] ?? "").length) / Math.max(1, text.length);

const beginsPair = /^\s*\p{Lu}[^:.]{1,40}:(?:\s|$)/u;

/**
 * Lines of one cell, whose text may go as far as `right`. A line that could have held the next one's first word was
 * ended on purpose, as an address is; any other only ran out of room, and may have done so within a postcode.
 */
export const joinedLines = (lines: readonly Stretch[], right: number): string =>
  lines.reduce((all, line, at) => {
    const above = lines[at - 1];
    if (!above) return line.text.trim();
    const ranOut = !beginsPair.test(line.text) && above.end + wordGap * line.size + firstWord(line) > right;
    if (isBrokenWord(above, line, right)) return `${all}${line.text.trim()}`;
    return `${all}${ranOut ? " " : "\n"}${line.text.trim()}`;
  }, "");
