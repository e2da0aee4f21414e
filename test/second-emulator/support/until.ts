import { setTimeout as pause } from "node:timers/promises";

/** So many that the watchdog, which looks each minute, has come by. */
const LOOKS = 600;

/** What is found once it is there: nobody can tell this emulator's rest from its work. */
export const until = async <T>(what: string, look: () => Promise<T | undefined>): Promise<T> => {
  for (let n = 0; n < LOOKS; n += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await pause(200);
  }
  throw new Error(`${what} did not come.`);
};
