import { type HistoryEvent, paginateGetExecutionHistory, paginateListExecutions } from "@aws-sdk/client-sfn";
import type { Lab } from "../../../localstack/lab/api.ts";

export type Transitions = { execution: string; transitions: number; states: Record<string, number> };

/** As Step Functions counts: each state entered, and each further attempt at one. */
const countIn = (events: readonly HistoryEvent[]): Record<string, number> => {
  const states: Record<string, number> = {};
  const add = (name: string, by = 1): void => {
    states[name] = (states[name] ?? 0) + by;
  };
  for (const { stateEnteredEventDetails } of events)
    if (stateEnteredEventDetails?.name) add(stateEnteredEventDetails.name);
  const ofType = (type: string): number => events.filter((event) => event.type === type).length;
  const retries = ofType("TaskScheduled") - ofType("TaskStateEntered");
  if (retries > 0) add("(retries)", retries);
  return states;
};

const transitionsOf = async ({ clients }: Lab, executionArn: string): Promise<Transitions> => {
  const events: HistoryEvent[] = [];
  for await (const page of paginateGetExecutionHistory(
    { client: clients.sfn, pageSize: 1_000 },
    { executionArn },
  ))
    events.push(...(page.events ?? []));
  const states = countIn(events);
  const transitions = Object.values(states).reduce((all, n) => all + n, 0);
  return { execution: executionArn.split(":").at(-1) ?? "", transitions, states };
};

/** Every execution of an authority's workflow. */
export const allTransitions = async (lab: Lab, authority: string): Promise<Transitions[]> => {
  const { outputs } = await lab.chosen(authority);
  const arns: string[] = [];
  for await (const page of paginateListExecutions(
    { client: lab.clients.sfn },
    { stateMachineArn: outputs.StateMachineArn },
  ))
    arns.push(...(page.executions ?? []).flatMap(({ executionArn }) => executionArn ?? []));
  return Promise.all(arns.map((arn) => transitionsOf(lab, arn)));
};
