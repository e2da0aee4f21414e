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

const isReminder = ({ rung }: DueRung): boolean => rung.from === "due" && rung.amount < 0;
const isAtLimit = ({ rung }: DueRung): boolean => rung.from === "due" && rung.amount >= 0;

/** "Due in 24 hours" is untrue of a limit that has passed, where that limit has mails of its own. */
const isUntrue = (reminder: DueRung, { dueAt, rungs }: Duty, now: Instant): boolean =>
  isReminder(reminder) && dueAt !== undefined && dueAt <= now && rungs.some(isAtLimit);

const spent = (before: Duty | undefined, after: Duty, fired: readonly RungEvent[], now: Instant) =>
  after.rungs
    .filter((r) => !r.fired)
    .filter((r) => {
      const base = baseOf(r.id);
      const went = isOver(r, now) && hasFired(after, base, fired) && !wasPending(before, base);
      return went || isUntrue(r, after, now);
    })
    .map((r) => ({ duty: after.key, rung: baseOf(r.id), at: toIso(r.at) }));

/**
 * What a change of version leaves as it is: what was met stays met, a mail that went does not go again because the
 * new version sets it a later time, and nobody is reminded of a limit that has passed.
 */
export const keptOver = (
  before: readonly Duty[],
  after: readonly Duty[],
  { fired, now }: { fired: readonly RungEvent[]; now: Instant },
): Kept => {
  const pairs = after.map((duty) => ({ duty, former: before.find(({ key }) => key === duty.key) }));
  return {
    met: pairs.flatMap(({ former, duty }) => met(former, duty)),
    spent: pairs.flatMap(({ former, duty }) => spent(former, duty, fired, now)),
  };
};
