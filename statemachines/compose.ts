import { readFileSync } from "node:fs";

type State = Record<string, unknown> & { Type: string; Next?: string };
type States = Record<string, State>;
type Machine = { StartAt: string; States: States; [key: string]: unknown };

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");

const withRetry = (asl: string): string => asl.replaceAll('"{{retry}}"', read("retry.asl.json"));

const first = (states: States, name: string): string => {
  const state = states[name];
  return state?.Type === "Ladder" ? `Assess ${String(state.Name)}` : name;
};

/** The ladder's states under their English names; the last of a branch settles into an end of its own. */
const ladderStates = (template: string, state: State, states: States): States => {
  const name = String(state.Name);
  const settled = `Settled: ${name}`;
  const next = state.Next === undefined ? settled : first(states, state.Next);
  const filled = template
    .replaceAll("{{name}}", name)
    .replaceAll("{{ladder}}", String(state.Ladder))
    .replaceAll("{{next}}", next);
  const end: States = state.Next === undefined ? { [settled]: { Type: "Succeed" } } : {};
  return { ...(JSON.parse(filled) as States), ...end };
};

const composeMachine = (machine: Machine, template: string): Machine => {
  const { States: states } = machine;
  const composed = Object.entries(states).flatMap(([name, state]): [string, State][] => {
    if (state.Type === "Ladder") return Object.entries(ladderStates(template, state, states));
    const branches = state.Branches as Machine[] | undefined;
    return [
      [name, branches ? { ...state, Branches: branches.map((b) => composeMachine(b, template)) } : state],
    ];
  });
  const relinked = composed.map(([name, state]) => [name, relink(state, states)] as const);
  return { ...machine, StartAt: first(states, machine.StartAt), States: Object.fromEntries(relinked) };
};

/** A link to a ladder is a link to its first state. */
const relink = (state: State, states: States): State => {
  const catches = state.Catch as { Next: string }[] | undefined;
  return {
    ...state,
    ...(state.Next === undefined ? {} : { Next: first(states, state.Next) }),
    ...(catches ? { Catch: catches.map((c) => ({ ...c, Next: first(states, c.Next) })) } : {}),
  };
};

/** The whole definition: `episode.asl.json` with `ladder.asl.json` put in wherever it names a ladder. */
export const composeEpisode = (): Machine =>
  composeMachine(
    JSON.parse(withRetry(read("episode.asl.json"))) as Machine,
    withRetry(read("ladder.asl.json")),
  );
