import { toIso } from "../../../functions/domain/calendar/instant.ts";
import {
  advanceClock,
  type ClockReading,
  type ClockStop,
  hasClock,
  readClock,
  settleClock,
} from "../../host/clock.ts";
import { badArgument, LabError } from "../errors.ts";
import type { Clients } from "../stack/clients.ts";
import type { Deployed } from "../stack/stacks.ts";
import { exactIso } from "../times.ts";
import { nextLook } from "./next-look.ts";

export type Advanced = { now: string; stops: ClockStop[] };

const nowOf = (reading: Pick<ClockReading, "now">): number => Date.parse(reading.now);

/** Where no clock can be moved, functions live by the machine's. */
export const labNow = async (endpoint: string): Promise<number> =>
  (await hasClock(endpoint)) ? nowOf(await readClock(endpoint)) : Date.now();

/**
 * Moves the clock on, visiting each due time on the way. The host knows every timer and schedule; what waits in
 * the tables alone (with its workflow dead, or in quarantine) is visited a minute after it fell due, as the
 * watchdog's next minute would.
 */
export const advanceTo = async (
  endpoint: string,
  clients: Clients,
  deployed: readonly Deployed[],
  target: number,
): Promise<Advanced> => {
  if (!(await hasClock(endpoint)))
    throw new LabError(
      `The emulator at ${endpoint} has no clock that can be moved: only npm run lab's own has.`,
    );
  const stops: ClockStop[] = [];
  const from = await labNow(endpoint);
  if (target < from)
    throw badArgument(`The clock only moves forward: it is ${toIso(from)} already, after ${toIso(target)}.`);
  let now = from;
  do {
    const to = await nextLook(clients, deployed, now, target);
    const moved = await advanceClock(endpoint, { to: exactIso(to) });
    stops.push(...moved.stops);
    now = Math.max(to, nowOf(moved));
  } while (now < target);
  return { now: toIso(now), stops };
};

/**
 * Waits until nothing runs any more, so that the mails an action leads to are out when the command returns. Done
 * on a best effort: another emulator cannot say so, and a lab that never rests must not hang a command.
 */
export const settle = async (endpoint: string): Promise<void> => {
  await settleClock(endpoint).catch(() => undefined);
};
