import type { Write } from "../../functions/core/ports/writes.ts";
import type { Instant } from "../../functions/domain/calendar/instant.ts";

/** How long after it was due, or after anybody could know that it was, each rung was on record as told; in milliseconds. */
export const aLateness = (now: () => Instant, until: Instant) => {
  const due = new Map<string, { nextRungAt: string | undefined; since: Instant }>();
  const late: number[] = [];
  const note = (writes: readonly Write[]): void => {
    for (const write of writes) {
      if (write.kind !== "event" || !("kind" in write.event.event) || write.event.event.kind !== "rung")
        continue;
      const known = due.get(write.event.episodeId);
      if (known?.nextRungAt === undefined || now() >= until) continue;
      late.push(Math.max(0, now() - Math.max(Date.parse(known.nextRungAt), known.since)));
    }
    for (const write of writes) {
      if (write.kind !== "episode") continue;
      const { episodeId, nextRungAt } = write.row;
      if (due.get(episodeId)?.nextRungAt !== nextRungAt || !due.has(episodeId))
        due.set(episodeId, { nextRungAt, since: now() });
    }
  };
  return { late, note };
};
