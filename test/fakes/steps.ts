import { fireRungs } from "../../functions/core/fire-rungs/fire-rungs.ts";
import { decideQuarantine } from "../../functions/decide-quarantine/decide-quarantine.ts";
import type { DecisionRequest } from "../../functions/decide-quarantine/request.ts";
import { ingestCompact } from "../../functions/ingest-compact/ingest-compact.ts";
import type { Reading } from "../../functions/reading/reading.ts";
import { type ActionRequest, recordAction } from "../../functions/record-action/record-action.ts";
import { sweepOutbox } from "../../functions/sweep-outbox/sweep-outbox.ts";
import { watchDeadlines } from "../../functions/watch-deadlines/watch-deadlines.ts";
import { watchForces } from "../../functions/watch-forces/watch-forces.ts";
import { aMail, aReading } from "../builders/reading.ts";
import type { World } from "./world.ts";

/** A mail comes in, now. */
export const receive = (world: World, mailId: string, reading: Reading = aReading()) => {
  const read = () => world.io.call("read the raw mail", () => reading);
  return ingestCompact(aMail(mailId, world.clock.now()), { ...world.deps, read });
};

/** Whatever is due in the episode, as its workflow fires it. */
export const fireDue = (world: World, episodeId: string) => fireRungs({ episodeId }, world.deps);

export const sweep = (world: World) => sweepOutbox(world.deps);
export const watch = (world: World) => watchDeadlines(world.deps);
export const watchTheForces = (world: World) => watchForces(world.deps);

let count = 0;
/** Somebody records something, now. */
export const record = (world: World, action: string, data: unknown = {}, rest: Partial<ActionRequest> = {}) =>
  recordAction(
    {
      id: `request-${++count}`,
      reference: "MP/26/004417",
      ...(rest.actor ? {} : { by: "worker" }),
      channel: "lab",
      action,
      data,
      ...rest,
    },
    world.deps,
  );

/** What the minutes after an accident bring: the outbox swept, late rungs fired, and both again. */
export const recover = async (world: World, minutes = 6): Promise<void> => {
  world.io.restart();
  for (let minute = 0; minute < minutes; minute += 1) {
    world.clock.advance(1);
    await sweep(world);
    await watch(world);
  }
};

/** Somebody decides, now, about the quarantined mail-1, which the reader still reads so. */
export const decide = (
  world: World,
  decision: string,
  reading: Reading,
  rest: Partial<DecisionRequest> = {},
) => {
  const read = () => world.io.call("read the raw mail again", () => reading);
  const by = rest.actor ? {} : { by: "duty-manager" };
  const request = { id: `request-${++count}`, mailId: "mail-1", ...by, channel: "lab", decision, ...rest };
  return decideQuarantine(request, { ...world.deps, read });
};
