import { settleClock } from "../../host/clock.ts";

/**
 * Waits until nothing runs any more, so that the mails an action leads to are out when the command returns. Done
 * on a best effort: another LocalStack cannot say so, and a lab that never rests must not hang a command.
 */
export const settle = async (endpoint: string): Promise<void> => {
  await settleClock(endpoint).catch(() => undefined);
};
