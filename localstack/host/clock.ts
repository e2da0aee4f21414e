export type ClockReading = {
  now: string;
  frozen: boolean;
  nextDue: string | null;
  quiet: boolean;
  waiters: number;
};

export type ClockStop = { at: string; due: string[] };

/** What every stop since the host started cost in real time, by what it was spent on. */
export type ClockCosts = { stops: number; ms: Record<string, number> };

/** Its message is the host's own sentence. */
export class ClockError extends Error {
  override readonly name = "ClockError";
}

const ask = async <T>(endpoint: string, path: string, body?: unknown): Promise<T> => {
  const response = await fetch(
    new URL(path, endpoint),
    body === undefined ? {} : { method: "POST", body: JSON.stringify(body) },
  );
  const answer = (await response.json()) as T & { error?: string };
  if (!response.ok) throw new ClockError(answer.error ?? `The clock answered ${response.status}.`);
  return answer;
};

export const readClock = (endpoint: string) => ask<ClockReading>(endpoint, "/_clock");

/** Whether this host's clock can be moved: another emulator knows no such page, and says so in its own words. */
export const hasClock = async (endpoint: string): Promise<boolean> =>
  (await fetch(new URL("/_clock", endpoint))).status !== 404;

export const clockCosts = (endpoint: string) => ask<ClockCosts>(endpoint, "/_clock/costs");

/** Returns when everything due by then has run. */
export const advanceClock = (endpoint: string, by: { to: string } | { seconds: number }) =>
  ask<{ now: string; stops: ClockStop[] }>(endpoint, "/_clock/advance", by);

/** Returns when nothing runs any more; the clock is not moved. */
export const settleClock = (endpoint: string) => ask<{ now: string }>(endpoint, "/_clock/settle", {});

/** Makes every waiting execution wait for ever, as if Step Functions had died. */
export const dropTimers = (endpoint: string) => ask<{ dropped: number }>(endpoint, "/_clock/drop-timers", {});
