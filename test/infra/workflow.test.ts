import { describe, expect, it } from "vitest";
import * as errors from "../../functions/domain/errors.ts";
import { functionNames, pascal } from "../../infra/functions.ts";
import { composeEpisode } from "../../statemachines/compose.ts";
import { actionsOf, mentions, resources, roleStatements, theOne } from "./template.ts";

type Catcher = { ErrorEquals: string[]; Next: string };
type State = {
  Type: string;
  Resource?: string;
  TimeoutSeconds?: number;
  TimeoutSecondsPath?: string;
  Retry?: { ErrorEquals: string[] }[];
  Catch?: Catcher[];
  Branches?: { States: Record<string, State> }[];
};

const allStates = (states: Record<string, State>): [string, State][] =>
  Object.entries(states).flatMap(([name, state]): [string, State][] => [
    [name, state],
    ...(state.Branches ?? []).flatMap((branch) => allStates(branch.States)),
  ]);

const machine = theOne("AWS::StepFunctions::StateMachine", "EpisodeStateMachine");
const definition = String(machine.Properties.DefinitionString);
const states = allStates((composeEpisode() as unknown as { States: Record<string, State> }).States);
const tasks = states.filter(([, { Type }]) => Type === "Task");
const waits = tasks.filter(([, { Resource }]) => Resource?.endsWith(".waitForTaskToken"));
const substitutions = machine.Properties.DefinitionSubstitutions as Record<string, unknown>;
const namesOfOurs = Object.keys(errors);

describe("the episode's workflow", () => {
  it("is a Standard one, kept when the stack goes, under a name that stands in no later one's way", () => {
    expect(resources("AWS::StepFunctions::StateMachine")).toHaveLength(1);
    expect(machine.Properties).toMatchObject({
      StateMachineType: "STANDARD",
      TracingConfiguration: { Enabled: true },
    });
    expect(machine.Properties).not.toHaveProperty("StateMachineName");
    expect([machine.DeletionPolicy, machine.UpdateReplacePolicy]).toEqual(["RetainExceptOnCreate", "Retain"]);
  });

  it("logs no execution data", () => {
    expect(machine.Properties.LoggingConfiguration).toMatchObject({
      IncludeExecutionData: false,
      Level: "ERROR",
    });
  });

  it("has every placeholder filled, and fills no other", () => {
    const placeholders = new Set([...definition.matchAll(/\$\{(\w+)\}/g)].map(([, slot]) => slot));
    expect(Object.keys(substitutions).sort()).toEqual([...placeholders].sort());
    expect(definition).not.toContain("{{");
  });

  const names = new Map(functionNames.map((name) => [pascal(name), name]));
  it.each(Object.entries(substitutions))("calls %s through its alias", (slot, arn) => {
    expect(mentions(arn, `:function:safe-return-anyshire-${names.get(slot)}:live`)).toBe(true);
  });

  it("may call those aliases and no other function", () => {
    const calls = roleStatements().filter(
      ([id, s]) => id.startsWith("Workflow") && actionsOf(s).includes("lambda:InvokeFunction"),
    );
    const called = calls.flatMap(([, { Resource }]) => [Resource].flat().map((arn) => JSON.stringify(arn)));
    expect(called.sort()).toEqual(
      Object.values(substitutions)
        .map((arn) => JSON.stringify(arn))
        .sort(),
    );
  });

  it.each(tasks)("%s can't hang", (_name, state) => {
    expect(state.TimeoutSeconds ?? state.TimeoutSecondsPath).toBeDefined();
  });

  it.each(tasks)("%s hands every failure on", (_name, state) => {
    expect(state.Catch?.at(-1)?.ErrorEquals).toEqual(["States.ALL"]);
  });

  it.each(waits)("%s waits until the next rung, not for a literal time", (_name, state) => {
    expect(state.TimeoutSecondsPath).toBe("$.step.seconds");
    expect(state.TimeoutSeconds).toBeUndefined();
  });

  it("waits in each of the five ladders", () => {
    expect(waits).toHaveLength(5);
  });

  it("retries on names that exist: an error class of ours, or one of AWS's", () => {
    const retried = new Set(tasks.flatMap(([, { Retry }]) => (Retry ?? []).flatMap((r) => r.ErrorEquals)));
    const ours = [...retried].filter((name) => !/^(States|Lambda|Runtime|Sandbox)\./.test(name));
    expect(ours).toEqual(["TransientError"]);
    expect(namesOfOurs).toEqual(expect.arrayContaining(ours));
    for (const Class of Object.values(errors)) expect(namesOfOurs).toContain(new Class("x").name);
  });
});
