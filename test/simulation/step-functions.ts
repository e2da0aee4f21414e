import type { Workflow } from "../../functions/core/ports/workflow.ts";
import type { Agenda } from "./agenda.ts";
import { definition, type State, type States } from "./definition.ts";

type Data = Record<string, unknown>;

/** What an execution calls: a function by its place in the definition, with its payload. */
export type Functions = Record<string, (payload: Data) => Promise<unknown>>;

export type Execution = {
  name: string;
  input: Data;
  startedAt: number;
  status: "RUNNING" | "SUCCEEDED" | "ABORTED" | "TIMED_OUT";
  /** Events of its history: Step Functions ends it at 25,000. */
  history: number;
};

const SECOND = 1_000;
const YEAR = 365 * 86_400 * SECOND;
export const MOST_HISTORY = 25_000;

const at = (data: Data, path: string): unknown =>
  path
    .replace(/^\$\.?/, "")
    .split(".")
    .filter(Boolean)
    .reduce<unknown>((value, key) => (value as Data | undefined)?.[key], data);

const put = (data: Data, path: string | null | undefined, value: unknown): Data =>
  path ? { ...data, [path.slice(2)]: value } : data;

const timedOut = (): Error => Object.assign(new Error("timed out"), { name: "States.Timeout" });

const matches = (names: readonly string[], cause: Error): boolean =>
  names.includes(cause.name) || names.includes("States.ALL");

/** Follows the definition as it is deployed: its tasks, retries, catches, waits and tokens, on the agenda's clock. */
export const someStepFunctions = (agenda: Agenda, functions: Functions) => {
  const executions = new Map<string, Execution>();
  const tokens = new Map<string, () => void>();
  let count = 0;

  /** Of an execution that was stopped nothing goes on. */
  const whileRunning = <T>(execution: Execution, work: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      work.then(
        (value) => execution.status === "RUNNING" && resolve(value),
        (cause: unknown) => execution.status === "RUNNING" && reject(cause),
      );
    });

  const sleep = (execution: Execution, seconds: number): Promise<void> =>
    whileRunning(
      execution,
      new Promise((woken) => agenda.put(agenda.now() + seconds * SECOND, () => woken(undefined))),
    );

  const within = <T>(seconds: number, work: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      agenda.put(agenda.now() + seconds * SECOND, () => reject(timedOut()));
      work.then(resolve, reject);
    });

  const payloadOf = (state: State, data: Data, execution: Execution, token: string): Data =>
    Object.fromEntries(
      Object.entries(state.Parameters?.Payload ?? {}).map(([key, value]) => {
        if (!key.endsWith(".$")) return [key, value];
        const name = key.slice(0, -2);
        if (value === "$$.Execution.StartTime") return [name, new Date(execution.startedAt).toISOString()];
        if (value === "$$.Task.Token") return [name, token];
        return [name, at(data, value)];
      }),
    );

  const attempt = async (state: State, data: Data, execution: Execution): Promise<unknown> => {
    const token = `token-${++count}`;
    execution.history += 5;
    const slot = state.Parameters?.FunctionName.replace(/^\$\{(\w+)\}$/, "$1") ?? "";
    const invoke = functions[slot];
    if (!invoke) throw new RangeError(`no function ${slot}`);
    const seconds = state.TimeoutSeconds ?? Number(at(data, state.TimeoutSecondsPath ?? ""));
    const payload = payloadOf(state, data, execution, token);
    if (!state.Resource?.endsWith("waitForTaskToken")) return within(seconds, invoke(payload));
    const heard = new Promise<void>((resolve, reject) => {
      tokens.set(token, resolve);
      // The function's own answer does not end the wait; its error does.
      invoke(payload).catch(reject);
    });
    try {
      return await within(seconds, heard);
    } finally {
      tokens.delete(token);
    }
  };

  const withRetries = async (state: State, data: Data, execution: Execution): Promise<unknown> => {
    const used = new Map<unknown, number>();
    for (;;) {
      try {
        return await whileRunning(execution, attempt(state, data, execution));
      } catch (cause) {
        if (!(cause instanceof Error)) throw cause;
        const retry = state.Retry?.find(({ ErrorEquals }) => matches(ErrorEquals, cause));
        const before = used.get(retry) ?? 0;
        if (!retry || before >= retry.MaxAttempts) throw cause;
        used.set(retry, before + 1);
        const delay = retry.IntervalSeconds * retry.BackoffRate ** before;
        await sleep(execution, Math.min(delay, retry.MaxDelaySeconds));
      }
    }
  };

  const task = async (
    state: State,
    data: Data,
    execution: Execution,
  ): Promise<[Data, string | undefined]> => {
    try {
      const result = await withRetries(state, data, execution);
      const selected = state.ResultSelector
        ? Object.fromEntries(
            Object.entries(state.ResultSelector).map(([key, path]) => [
              key.replace(/\.\$$/, ""),
              at({ Payload: result }, path),
            ]),
          )
        : result;
      return [put(data, state.ResultPath, selected), state.Next];
    } catch (cause) {
      const caught = state.Catch?.find(
        ({ ErrorEquals }) => cause instanceof Error && matches(ErrorEquals, cause),
      );
      if (!caught) throw cause;
      return [put(data, caught.ResultPath, { Error: (cause as Error).name }), caught.Next];
    }
  };

  const step = async (
    state: State,
    data: Data,
    execution: Execution,
  ): Promise<[Data, string | undefined]> => {
    execution.history += 2;
    switch (state.Type) {
      case "Task":
        return task(state, data, execution);
      case "Choice": {
        const chosen = state.Choices?.find(
          ({ Variable, StringEquals }) => at(data, Variable) === StringEquals,
        );
        return [data, chosen?.Next ?? state.Default];
      }
      case "Wait":
        await sleep(execution, state.Seconds ?? 0);
        return [data, state.Next];
      case "Parallel":
        await Promise.all((state.Branches ?? []).map((branch) => follow(branch, data, execution)));
        return [data, state.Next];
      case "Succeed":
        return [data, undefined];
    }
  };

  const follow = async (machine: States, input: Data, execution: Execution): Promise<void> => {
    let data = input;
    for (let name: string | undefined = machine.StartAt; name !== undefined; ) {
      const state: State | undefined = machine.States[name];
      if (!state) throw new RangeError(`no state ${name}`);
      [data, name] = await step(state, data, execution);
      if (execution.history >= MOST_HISTORY) stop(execution, "TIMED_OUT");
    }
  };

  const stop = (execution: Execution, status: "ABORTED" | "TIMED_OUT"): void => {
    if (execution.status === "RUNNING") execution.status = status;
  };

  const start = (episodeId: string, generation: number): void => {
    const name = `${episodeId}-g${generation}`;
    if (executions.has(name)) return;
    const startedAt = agenda.now();
    const execution: Execution = {
      name,
      input: { episodeId, generation },
      startedAt,
      status: "RUNNING",
      history: 1,
    };
    executions.set(name, execution);
    agenda.put(startedAt + YEAR, () => stop(execution, "TIMED_OUT"));
    void follow(definition, execution.input, execution).then(() => {
      if (execution.status === "RUNNING") execution.status = "SUCCEEDED";
    });
  };

  const isRunning = (episodeId: string, generation: number): boolean =>
    executions.get(`${episodeId}-g${generation}`)?.status === "RUNNING";

  /** As its callers see it, each call through the door. */
  const port = (call: <T>(name: string, effect: () => T) => Promise<T>): Workflow => ({
    start: (episodeId, generation) => call("start the workflow", () => start(episodeId, generation)),
    isRunning: (episodeId, generation) =>
      call("look at the workflow", () => isRunning(episodeId, generation)),
    wake: (token) => call("wake a ladder", () => tokens.get(token)?.()),
  });

  return {
    port,
    executions,
    isRunning,
    stopAll: () => {
      for (const execution of executions.values()) stop(execution, "ABORTED");
    },
  };
};

export type StepFunctions = ReturnType<typeof someStepFunctions>;
