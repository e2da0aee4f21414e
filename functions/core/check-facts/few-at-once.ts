/** A few at a time, the first first. The work itself says what became of each. */
export const fewAtOnce = async <T>(items: readonly T[], most: number, work: (item: T) => Promise<void>) => {
  const waiting = items.values();
  const take = async (): Promise<void> => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: most }, take));
};
