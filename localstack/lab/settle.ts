import { setTimeout as pause } from "node:timers/promises";
import { readClock } from "../host/clock.ts";

const LOOKS_IN_A_ROW = 3;
const BETWEEN_MS = 40;
const LIMIT_MS = 20_000;

/**
 * Waits until nothing runs any more, so that the mails an action leads to are out when the command returns. Done
 * on a best effort: another LocalStack has no such reading, and a lab that never rests must not hang a command.
 */
export const settle = async (endpoint: string): Promise<void> => {
  const giveUpAt = Date.now() + LIMIT_MS;
  let quiet = 0;
  while (quiet < LOOKS_IN_A_ROW && Date.now() < giveUpAt) {
    const reading = await readClock(endpoint).catch(() => undefined);
    if (reading === undefined) return;
    quiet = reading.quiet ? quiet + 1 : 0;
    await pause(BETWEEN_MS);
  }
};
