import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import * as errors from "../../../functions/domain/errors.ts";
import { ladders } from "../../../functions/domain/profile/ladder.ts";
import { composeEpisode } from "../../../statemachines/compose.ts";

const linkSchema = z.looseObject({ Next: z.string(), ErrorEquals: z.array(z.string()).optional() });

const stateSchema = z.looseObject({
  Type: z.enum(["Task", "Choice", "Wait", "Parallel", "Succeed"]),
  Next: z.string().optional(),
  End: z.boolean().optional(),
  Default: z.string().optional(),
  Choices: z
    .array(z.looseObject({ Variable: z.string(), StringEquals: z.string(), Next: z.string() }))
    .optional(),
  Catch: z.array(linkSchema).optional(),
  Retry: z.array(z.looseObject({ ErrorEquals: z.array(z.string()) })).optional(),
  Resource: z.string().optional(),
  Seconds: z.number().optional(),
  TimeoutSeconds: z.number().optional(),
  TimeoutSecondsPath: z.string().optional(),
  Parameters: z
    .looseObject({ FunctionName: z.string(), Payload: z.record(z.string(), z.unknown()) })
    .optional(),
  get Branches() {
    return z.array(machineSchema).optional();
  },
});

const machineSchema = z.looseObject({
  StartAt: z.string(),
  get States() {
    return z.record(z.string(), stateSchema);
  },
});

type Machine = z.infer<typeof machineSchema>;
type State = z.infer<typeof stateSchema>;

const definition = composeEpisode();
const text = JSON.stringify(definition);
const episode = machineSchema.parse(definition);

const machines = (machine: Machine): Machine[] => [
  machine,
  ...Object.values(machine.States).flatMap(({ Branches = [] }) => Branches.flatMap(machines)),
];
const states = machines(episode).flatMap(({ States }) => Object.entries(States));
const ofType = (type: State["Type"]) => states.filter(([, { Type }]) => Type === type);
const tasks = ofType("Task");

const linksOf = ({ Next, Default, Choices = [], Catch = [] }: State): string[] =>
  [Next, Default, ...Choices.map((c) => c.Next), ...Catch.map((c) => c.Next)].filter((n) => n !== undefined);

describe("the episode's definition", () => {
  it("leads only to states that exist in the same machine", () => {
    for (const { StartAt, States } of machines(episode)) {
      const names = Object.keys(States);
      expect(names).toContain(StartAt);
      for (const state of Object.values(States))
        for (const link of linksOf(state)) expect(names).toContain(link);
    }
  });

  it("has no state that nothing leads to", () => {
    for (const { StartAt, States } of machines(episode)) {
      const reached = new Set([StartAt, ...Object.values(States).flatMap(linksOf)]);
      expect(Object.keys(States).filter((name) => !reached.has(name))).toEqual([]);
    }
  });

  it.each(states)("%s goes on, chooses or ends", (_name, { Type, Next, End, Default, Catch: _ }) => {
    const ways = [Next !== undefined, End === true, Type === "Succeed", Default !== undefined];
    expect(ways.filter(Boolean)).toHaveLength(1);
  });

  it("has no placeholder of the ladder left, and the four functions to be filled in", () => {
    expect(text).not.toContain("{{");
    expect(text).not.toContain('"Ladder"');
    expect(new Set([...text.matchAll(/\$\{(\w+)\}/g)].map(([, slot]) => slot))).toEqual(
      new Set(["FollowLadder", "KeepToken", "CloseEpisode", "HandOver"]),
    );
  });

  it("follows each ladder of the rules once", () => {
    const followed = tasks.flatMap(([name, { Parameters }]) =>
      name.startsWith("Assess ") ? [Parameters?.Payload.ladder] : [],
    );
    expect(followed.toSorted()).toEqual([...ladders].toSorted());
  });

  it("gives each state a name of its own: histories and the console show nothing else", () => {
    const names = states.map(([name]) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(80);
  });
});

describe("time, order and retry", () => {
  it.each(tasks)("%s has a time-out, and catches all that its retries do not mend", (_name, state) => {
    expect(state.TimeoutSeconds ?? state.TimeoutSecondsPath).toBeDefined();
    expect(state.Catch?.at(-1)?.ErrorEquals).toEqual(["States.ALL"]);
  });

  it.each(tasks)("%s retries on names that somebody throws, and never on a permanent one", (_name, state) => {
    const names = (state.Retry ?? []).flatMap(({ ErrorEquals }) => ErrorEquals);
    expect(names).toContain("TransientError");
    for (const name of names)
      expect(name in errors || /^(Lambda|States|Sandbox|Runtime)\.[A-Z]\w+$/.test(name)).toBe(true);
    expect(names).not.toContain("PermanentError");
    expect(names).not.toContain("States.ALL");
  });

  it("passes on only ids, counts and times: no state may carry a name", () => {
    const given = tasks.flatMap(([, { Parameters }]) => Object.keys(Parameters?.Payload ?? {}));
    expect(new Set(given)).toEqual(
      new Set(["ladder", "episodeId.$", "generation.$", "startedAt.$", "token.$", "state.$"]),
    );
  });

  const choices = (first: string) => ofType("Choice").filter(([name]) => name.startsWith(first));

  it.each(choices("Next for"))(
    "%s knows every step a ladder may take, and hands over what it does not",
    (_n, s) => {
      expect(s.Choices?.map(({ StringEquals }) => StringEquals)).toEqual(["wait", "settled"]);
      expect(s.Default).toMatch(/^Hand over /);
    },
  );

  it.each(choices("Followed in"))(
    "%s leaves the rest to a generation that follows, and tries again where none does",
    (_n, s) => {
      expect(s.Choices?.map(({ StringEquals }) => StringEquals)).toEqual(["followed"]);
      expect(s.Default).toMatch(/^Pause /);
    },
  );

  it("waits a literal time only before it tries again what failed", () => {
    const waits = ofType("Wait");
    expect(waits.length).toBe(ladders.length + 1);
    for (const [name, { Seconds }] of waits) {
      expect(name).toMatch(/^Pause /);
      expect(Seconds).toBe(300);
    }
  });

  it("waits for a ladder on a token until its next rung, and takes that time as a cause to escalate", () => {
    const waits = tasks.filter(([, { Resource }]) => Resource?.endsWith(".waitForTaskToken"));
    expect(waits).toHaveLength(ladders.length);
    for (const [name, { TimeoutSecondsPath, Catch }] of waits) {
      expect(TimeoutSecondsPath).toBe("$.step.seconds");
      expect(Catch?.[0]).toMatchObject({
        ErrorEquals: ["States.Timeout"],
        Next: name.replace("Wait for", "Escalate"),
      });
    }
  });

  it("comes back from every failure: what is handed over is assessed again", () => {
    for (const { States } of machines(episode))
      for (const [name, { Next }] of Object.entries(States))
        if (name.startsWith("Hand over") && Next) {
          const again = States[States[Next]?.Default ?? ""]?.Next;
          expect(again).toMatch(/^(Assess|Close) /);
        }
  });
});

describe("the README beside it", () => {
  it("names every ladder as the console shows it", () => {
    const readme = readFileSync(new URL("../../../statemachines/README.md", import.meta.url), "utf8");
    const names = tasks.flatMap(([name]) => (name.startsWith("Assess ") ? [name.slice(7)] : []));
    for (const name of names) expect(readme).toContain(`… ${name} `);
  });
});
