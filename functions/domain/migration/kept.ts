import { type Instant, toIso } from "../calendar/instant.ts";
import type { DueRung, Duty } from "../duty/duty.ts";
import type { Kept, RungEvent } from "../episode/events.ts";

const isMet = (duty: Duty): duty is Duty & { state: "done" | "late-done" } =>
  duty.state === "done" || duty.state === "late-done";

const met = (before: Duty | undefined, after: Duty): Kept["met"] =>
  before && isMet(before) && before.state !== after.state
    ? [
        {
          duty: after.key,
          createdAt: toIso(after.createdAt),
          state: before.state,
          ...(before.endedAt === undefined ? {} : { at: toIso(before.endedAt) }),
          ...(before.reason === undefined ? {} : { reason: before.reason }),
        },
      ]
    : [];

/** A rung that fires again has an id of its own: "reminder~2". */
const baseOf = (id: string): string => id.split("~")[0] ?? id;

const hasFired = ({ key }: Duty, rung: string, fired: readonly RungEvent[]): boolean =>
  fired.some((f) => f.duty === key && baseOf(f.rung) === rung);

/** Still to come under the former version too: its anchor has moved since it fired, which no version changes. */
const wasPending = (before: Duty | undefined, rung: string): boolean =>
  before?.rungs.some((r) => baseOf(r.id) === rung && !r.fired) ?? false;

/** What repeats goes on repeating: only its turns up to now are done with. */
const isOver = ({ rung, at }: DueRung, now: Instant): boolean => !rung.every || at <= now;

const sent = (before: Duty | undefined, after: Duty, fired: readonly RungEvent[], now: Instant) =>
  after.rungs
    .filter((r) => !r.fired && isOver(r, now))
    .map((r) => ({ duty: after.key, rung: baseOf(r.id), at: toIso(r.at) }))
    .filter(({ rung }) => hasFired(after, rung, fired) && !wasPending(before, rung));

/**
 * What a change of version leaves as it is: what was met stays met, and a mail that went does not go again because
 * the new version sets it a later time.
 */
export const keptOver = (
  before: readonly Duty[],
  after: readonly Duty[],
  { fired, now }: { fired: readonly RungEvent[]; now: Instant },
): Kept => {
  const pairs = after.map((duty) => ({ duty, former: before.find(({ key }) => key === duty.key) }));
  return {
    met: pairs.flatMap(({ former, duty }) => met(former, duty)),
    sent: pairs.flatMap(({ former, duty }) => sent(former, duty, fired, now)),
  };
};
