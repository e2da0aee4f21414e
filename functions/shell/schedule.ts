import * as z from "zod";
import { log } from "./log.ts";
import { task } from "./task.ts";

/** A handler for an EventBridge rule: the event says nothing; what was done is logged as counts. */
export const schedule = <D, O extends Record<string, number>>(
  buildDeps: () => D,
  useCase: (deps: D) => Promise<O>,
) =>
  task(z.unknown(), buildDeps, async (_event, deps) => {
    const done = await useCase(deps);
    if (Object.values(done).some((count) => count > 0)) log.info("done", done);
    return done;
  });
