/** One after the other; what fails keeps no other waiting, and is left for the caller to throw in the end. */
export const inTurn = async <T>(items: Iterable<T>, work: (item: T) => Promise<boolean>) => {
  const failures: unknown[] = [];
  let done = 0;
  for (const item of items) {
    try {
      if (await work(item)) done += 1;
    } catch (cause) {
      failures.push(cause);
    }
  }
  return { done, failures };
};

/** How many were done, where all could be. */
export const doneOf = ({ done, failures }: Awaited<ReturnType<typeof inTurn>>): number => {
  if (failures.length > 0) throw failures[0];
  return done;
};

/** A few at a time, the first first. The work itself says what became of each. */
export const fewAtOnce = async <T>(items: readonly T[], most: number, work: (item: T) => Promise<void>) => {
  const waiting = items.values();
  const take = async (): Promise<void> => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: most }, take));
};
