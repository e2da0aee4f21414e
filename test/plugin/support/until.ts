import { setTimeout as pause } from "node:timers/promises";

/** Polls until the answer is there. The limit, in real time, only ends what hangs: no answer depends on it. */
export const until = async <T>(
  look: () => Promise<T | undefined | false>,
  withinMs = 120_000,
): Promise<T> => {
  const giveUpAt = Date.now() + withinMs;
  while (Date.now() < giveUpAt) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await pause(25);
  }
  throw new Error(`It did not happen within ${withinMs} ms.`);
};
