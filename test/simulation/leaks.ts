import type { Pipeline } from "./pipeline.ts";
import { children } from "./story.ts";

/** Whatever tells who a child is, as it may be spelt in a key or a subject. */
const canaries = children.flatMap(({ forenames, surname, dateOfBirth }) =>
  [forenames, surname, dateOfBirth].map((word) => word.toLowerCase()),
);

const keysOf = (...maps: readonly ReadonlyMap<string, unknown>[]): string[] =>
  maps.flatMap((map) => [...map.keys()]);

/** Where no word of a child may stand: subjects, ids, keys, messages, what executions are given, and what is logged. */
export const leaks = ({ world: { db, post, left }, stepFunctions, mails }: Pipeline): string[] => {
  const places: Record<string, readonly string[]> = {
    subject: post.sent.map(({ letter }) => letter.subject),
    key: keysOf(
      db.episodes,
      db.children,
      db.claims,
      db.outbox,
      db.ledger,
      db.tokens,
      db.links,
      db.arrivals,
      mails,
    ),
    message: [...db.outbox.values()],
    execution: [...stepFunctions.executions.values()].map(
      ({ name, input }) => `${name} ${JSON.stringify(input)}`,
    ),
    log: left.map(({ id, cause }) => `${id} ${String(cause)}`),
  };
  return Object.entries(places).flatMap(([place, texts]) => {
    const hits = texts.filter((text) => canaries.some((canary) => text.toLowerCase().includes(canary)));
    return hits.slice(0, 1).map((text) => `leak: a ${place} tells who a child is: ${text}`);
  });
};
