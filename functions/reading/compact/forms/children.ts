import { type Field, isIdentity, labelFields } from "../words/fields.ts";
import type { Pair } from "./form.ts";

/** One child's pairs, and the headings above them that are not above another's too. */
export type ChildPairs = { pairs: Pair[]; headings: [from: number, to: number] };

const names = ({ known, value }: Pair): boolean =>
  known !== undefined && value !== "" && isIdentity(known.field);

const valuesOf = (pairs: readonly Pair[], field: Field): string[] =>
  pairs
    .filter((pair) => pair.known?.field === field && pair.value)
    .map((pair) => pair.value.toLowerCase().replace(/\s+/g, " "));

const identityRepeats = (pairs: readonly Pair[]): boolean => {
  const named = new Set<Field>();
  for (const pair of pairs) {
    const field = pair.known?.field;
    if (!field || !names(pair)) continue;
    if (named.has(field)) return true;
    named.add(field);
  }
  return false;
};

const withHeadings = (blocks: readonly Pair[][], shared: readonly Pair[]): ChildPairs[] => {
  let from = 0;
  return blocks.map((block) => {
    const to = Math.max(from, ...block.map(({ headings }) => headings));
    const child: ChildPairs = { pairs: [...shared, ...block], headings: [from, to] };
    from = to;
    return child;
  });
};

/** Where a table or a heading says whose each pair is. What is said under no child is true of each. */
const grouped = (pairs: readonly Pair[]): ChildPairs[] | undefined => {
  const children = new Set(pairs.filter(names).flatMap(({ group }) => group ?? []));
  if (children.size < 2) return undefined;
  const loose = new Set(pairs.flatMap(({ group, loose }) => (loose && group !== undefined ? [group] : [])));
  // Below the last row of a table, and below no other, stands what is true of all.
  const isOfAll = ({ group, loose: isLoose }: Pair) =>
    group === undefined || (isLoose === true && loose.size === 1);
  const isOfOne = (pair: Pair) => !isOfAll(pair) && children.has(pair.group as number);
  const blocks = [...children].map((child) => pairs.filter((pair) => pair.group === child && isOfOne(pair)));
  return withHeadings(
    blocks,
    pairs.filter((pair) => !isOfOne(pair)),
  );
};

const placesOf = (pairs: readonly Pair[], field: Field): number[] =>
  pairs.flatMap((pair, at) => (pair.known?.field === field ? [at] : []));

/** Once in each child's turn. */
const takesTurns = (places: readonly number[], turns: readonly number[]): boolean =>
  places.length === turns.length &&
  places.every((place, at) => place <= (turns[at] as number) && place > (turns[at - 1] ?? -1));

/** The label that opens each child's part: the first that comes once before each child is named. */
const openings = (pairs: readonly Pair[], named: readonly number[]): readonly number[] => {
  const tried = new Set<Field>();
  for (const { known } of pairs.slice(0, named[0])) {
    if (!known || tried.has(known.field)) continue;
    tried.add(known.field);
    const places = placesOf(pairs, known.field);
    if (takesTurns(places, named)) return places;
  }
  return named;
};

/** A part begins at the blank line above it, unless somebody is named in between. */
const backToGap = (pairs: readonly Pair[], place: number): number => {
  for (let at = place; at >= 0; at -= 1) {
    const pair = pairs[at] as Pair;
    if (at < place && names(pair)) return place;
    if (pair.apart) return at;
  }
  return place;
};

/** What stands apart below the last child, where nothing stands apart within any child's part, is true of each. */
const splitTrailing = (blocks: readonly Pair[][]): { blocks: Pair[][]; trailing: Pair[] } => {
  const whole = { blocks: blocks.map((block) => [...block]), trailing: [] };
  const last = blocks.at(-1) ?? [];
  const gap = last.findIndex((pair, at) => at > 0 && pair.apart);
  if (gap < 0 || last.slice(gap).some(names)) return whole;
  if (blocks.slice(0, -1).some((block) => block.some((pair, at) => at > 0 && pair.apart))) return whole;
  const stated = new Set(blocks.slice(0, -1).flatMap((block) => block.map(({ known }) => known?.field)));
  const trailing = last.slice(gap);
  if (trailing.some(({ known }) => known && stated.has(known.field))) return whole;
  return { blocks: [...blocks.slice(0, -1).map((block) => [...block]), last.slice(0, gap)], trailing };
};

/**
 * One mail may report several children. Where nothing else says whose a pair is they are told apart where the labels
 * that identify a child come round again with other values: at least two of them, since one alone repeated is one
 * child with a contradiction. What stands before the first child (the incident, the kind) is true of each.
 */
export const pairsByChild = (pairs: readonly Pair[]): ChildPairs[] => {
  if (!identityRepeats(pairs)) return withHeadings([[...pairs]], []);
  const known = grouped(pairs);
  if (known) return known;
  const repeated = labelFields.filter((field) => isIdentity(field) && valuesOf(pairs, field).length > 1);
  const differing = repeated.filter((field) => new Set(valuesOf(pairs, field)).size > 1);
  if (repeated.length < 2 || differing.length < 2) return withHeadings([[...pairs]], []);
  const first = pairs.find((pair) => pair.known && pair.value && repeated.includes(pair.known.field))?.known
    ?.field;
  const named = placesOf(pairs, first as Field);
  const opened = openings(pairs, named);
  const cuts = opened.map((place, at) => (at === 0 ? place : backToGap(pairs, place)));
  const start = cuts.some((cut, at) => at > 0 && cut < (opened[at] as number))
    ? backToGap(pairs, cuts[0] ?? 0)
    : (cuts[0] ?? 0);
  const starts = [start, ...cuts.slice(1)];
  const { blocks, trailing } = splitTrailing(starts.map((cut, at) => pairs.slice(cut, starts[at + 1])));
  return withHeadings(blocks, [...pairs.slice(0, start), ...trailing]);
};
