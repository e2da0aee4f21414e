import { setTimeout as pause } from "node:timers/promises";

const LOOKS = 300;

/** What is found once it is there: nobody can tell this emulator's rest from its work. */
export const until = async <T>(what: string, look: () => Promise<T | undefined>): Promise<T> => {
  for (let n = 0; n < LOOKS; n += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await pause(200);
  }
  throw new Error(`${what} did not come.`);
};
