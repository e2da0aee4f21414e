import { AsyncLocalStorage } from "node:async_hooks";
import type { Instant } from "../../functions/domain/calendar/instant.ts";
import { TransientError } from "../../functions/domain/errors.ts";
import type { Agenda } from "./agenda.ts";
import type { Harm, Weather } from "./weather.ts";

/** A function while it runs. `marred`: what was done to it, so that what it left behind can be explained. */
export type Process = {
  id: number;
  name: string;
  ended: boolean;
  marred: (Harm | "ended")[];
  end: (cause: Error) => void;
};

/** How Lambda tells its caller that the function did not come to an answer. */
const died = (name: "Runtime.ExitError" | "Sandbox.Timedout"): Error =>
  Object.assign(new Error(name), { name });

const SECOND = 1_000;

/**
 * Runs functions side by side on one agenda: every call to the outside goes through one door, takes its time there, and
 * may be harmed there. A function that is dead never hears of anything again, as a killed process does not.
 */
export const aMachine = (
  agenda: Agenda,
  weather: Weather,
  say: (line: string) => void,
  done: (call: string, process: Process) => void,
) => {
  const current = new AsyncLocalStorage<Process>();
  /** Each call of each function, and how it was harmed there. */
  const points = new Map<string, Set<Harm>>();
  let count = 0;

  const call = <T>(name: string, effect: () => T | Promise<T>): Promise<T> => {
    const process = current.getStore();
    if (!process) return Promise.resolve().then(effect);
    return new Promise((resolve, reject) => {
      const { harm, takes } = weather.over(name);
      agenda.put(agenda.now() + takes, () => {
        if (process.ended) return;
        const point = `${process.name}: ${name}`;
        const harmed = points.get(point) ?? new Set();
        points.set(point, harmed);
        if (harm) {
          harmed.add(harm);
          process.marred.push(harm);
          say(`  #${process.id} ${name}: ${harm}`);
        }
        if (harm === "died-before") return process.end(died("Runtime.ExitError"));
        if (harm === "refused") return reject(new TransientError(`${name}: throttled`));
        Promise.resolve()
          .then(effect)
          .then((answer) => {
            done(name, process);
            if (harm === "died-after") process.end(died("Runtime.ExitError"));
            else if (harm === "unheard") reject(new TransientError(`${name}: no answer`));
            else resolve(answer);
          }, reject);
      });
    });
  };

  /** A function's run, from its start to its answer, its error or its death. */
  const invoke = <T>(name: string, timeoutSeconds: number, work: () => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const process: Process = {
        id: ++count,
        name,
        ended: false,
        marred: [],
        end: (cause) => {
          if (process.ended) return;
          process.ended = true;
          process.marred.push("ended");
          say(`  #${process.id} ${name}: ${cause.name}`);
          reject(cause);
        },
      };
      agenda.put(agenda.now() + timeoutSeconds * SECOND, () => process.end(died("Sandbox.Timedout")));
      current.run(process, () => {
        work().then(
          (answer) => {
            if (process.ended) return;
            process.ended = true;
            resolve(answer);
          },
          (cause: unknown) => process.end(cause instanceof Error ? cause : new Error(String(cause))),
        );
      });
    });

  const sleep = (until: Instant): Promise<void> => new Promise((woken) => agenda.put(until, woken));

  return { call, invoke, sleep, points };
};

export type Machine = ReturnType<typeof aMachine>;
