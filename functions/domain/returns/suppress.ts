/** What stands for a number that is not given. */
export const SUPPRESSED = "c";
export type Shown = number | typeof SUPPRESSED;

const isSmall = (count: number, most: number): boolean => count >= 1 && count <= most;

/**
 * Of counts that sum to a total that is shown: 1 to `most` are not given, and where that leaves one alone to be had by
 * subtraction, the smallest other as well (secondary suppression). 0 stays 0. The DfE's rule for children in need: 1 to 5.
 */
export const suppressed = (counts: readonly number[], most = 5): Shown[] => {
  const hidden = new Set(counts.flatMap((count, i) => (isSmall(count, most) ? [i] : [])));
  const open = counts
    .map((count, i) => ({ count, i }))
    .filter(({ count, i }) => count > 0 && !hidden.has(i))
    .toSorted((a, b) => a.count - b.count);
  if (hidden.size === 1 && open[0]) hidden.add(open[0].i);
  // Two that sum to two can only be one and one: a third keeps them.
  const sum = [...hidden].reduce((all, i) => all + (counts[i] ?? 0), 0);
  const next = open.find(({ i }) => !hidden.has(i));
  if (hidden.size > 1 && sum === hidden.size && next) hidden.add(next.i);
  return counts.map((count, i) => (hidden.has(i) ? SUPPRESSED : count));
};
