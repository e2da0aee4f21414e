/** Each waits for SES and the tables most of its time. */
export const EPISODES_AT_ONCE = 8;

/** A mail goes in about a tenth of a second, and SES takes fourteen a second of an account in production. */
export const MAILS_AT_ONCE = 2;

/** What was done of several things, and what went wrong, left for the caller to throw in the end. */
export type Done = { done: number; failures: unknown[] };

/** A few at a time, the first first; what fails keeps no other waiting. */
export const fewInTurn = async <T>(
  items: Iterable<T>,
  most: number,
  work: (item: T) => Promise<boolean>,
): Promise<Done> => {
  const waiting = items[Symbol.iterator]();
  const all: Done = { done: 0, failures: [] };
  const take = async (): Promise<void> => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) {
      try {
        if (await work(next.value)) all.done += 1;
      } catch (cause) {
        all.failures.push(cause);
      }
    }
  };
  await Promise.all(Array.from({ length: most }, take));
  return all;
};

/** One after the other. */
export const inTurn = <T>(items: Iterable<T>, work: (item: T) => Promise<boolean>): Promise<Done> =>
  fewInTurn(items, 1, work);

/** How many were done, where all could be. */
export const doneOf = ({ done, failures }: Done): number => {
  if (failures.length > 0) throw failures[0];
  return done;
};
