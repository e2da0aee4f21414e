import { setTimeout as pause } from "node:timers/promises";

const WITHIN_MS = 60_000;

/** What is found once it is there: nobody can tell this emulator's rest from its work. */
export const until = async <T>(what: string, look: () => Promise<T | undefined>): Promise<T> => {
  const giveUpAt = Date.now() + WITHIN_MS;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > giveUpAt) throw new Error(`${what} did not come within ${WITHIN_MS / 1_000} s.`);
    await pause(200);
  }
};
