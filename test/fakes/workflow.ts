import type { Workflow } from "../../functions/core/ports/workflow.ts";
import { TransientError } from "../../functions/domain/errors.ts";
import type { Io } from "./io.ts";

/** Step Functions as far as its callers see it: executions by name, tokens that were continued. */
export const aWorkflow = (io: Io) => {
  const executions = new Map<string, "running" | "dead">();
  const woken: string[] = [];
  const state = { down: false };
  const nameOf = (episodeId: string, generation: number): string => `${episodeId}-g${generation}`;
  const call = <T>(name: string, effect: () => T): Promise<T> =>
    io.call(name, () => {
      if (state.down) throw new TransientError("Step Functions is away");
      return effect();
    });
  const port: Workflow = {
    start: (episodeId, generation) =>
      call("start the workflow", () => {
        const name = nameOf(episodeId, generation);
        if (!executions.has(name)) executions.set(name, "running");
      }),
    isRunning: (episodeId, generation) =>
      call("look at the workflow", () => executions.get(nameOf(episodeId, generation)) === "running"),
    wake: (token) => call("wake a ladder", () => void woken.push(token)),
  };
  const die = (): void => {
    for (const name of executions.keys()) executions.set(name, "dead");
  };
  return { port, executions, woken, state, die };
};
