/** Letters to change, add or leave out to make one word of the other. */
export const slipsBetween = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries())
      next.push(
        Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + Number(letter !== other)),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
};

/** A long word holds more of what makes it itself. */
const mostSlips = (word: string): number => (word.length >= 9 ? 3 : 2);

/** The word somebody most likely meant; undefined where none is near. */
export const nearest = (word: string, words: readonly string[]): string | undefined => {
  const [best] = words
    .map((one) => ({ one, slips: slipsBetween(word.toLowerCase(), one.toLowerCase()) }))
    .filter(({ one, slips }) => slips <= mostSlips(one) && slips < one.length)
    .toSorted((a, b) => a.slips - b.slips);
  return best?.one;
};
