import {
  type ExecutionListItem,
  type HistoryEvent,
  paginateGetExecutionHistory,
  paginateListExecutions,
} from "@aws-sdk/client-sfn";
import type { Clients } from "../stack/clients.ts";
import type { Deployed } from "../stack/stacks.ts";

export type ExecutionLine = { name: string; machine: string; status: string; waitingFor: string | null };

/** States entered and not left, innermost only: a Parallel waits by way of its branches. */
export const openStates = (events: readonly Pick<HistoryEvent, EventParts>[]): string[] => {
  const open = new Map<string, number>();
  const count = (name: string | undefined, by: number) =>
    name === undefined ? undefined : open.set(name, (open.get(name) ?? 0) + by);
  for (const { type, stateEnteredEventDetails, stateExitedEventDetails } of events) {
    if (type?.startsWith("ParallelState") || type?.startsWith("MapState")) continue;
    count(stateEnteredEventDetails?.name, 1);
    count(stateExitedEventDetails?.name, -1);
  }
  return [...open].filter(([, n]) => n > 0).map(([name]) => name);
};

type EventParts = "type" | "stateEnteredEventDetails" | "stateExitedEventDetails";

const waitingFor = async (executionArn: string, { sfn }: Clients): Promise<string | null> => {
  const events: HistoryEvent[] = [];
  for await (const page of paginateGetExecutionHistory({ client: sfn, pageSize: 1_000 }, { executionArn }))
    events.push(...(page.events ?? []));
  const states = openStates(events);
  return states.length > 0 ? states.join(" · ") : null;
};

const line = async (item: ExecutionListItem, machine: string, clients: Clients): Promise<ExecutionLine> => ({
  name: item.name ?? "",
  machine,
  status: item.status ?? "",
  waitingFor: item.status === "RUNNING" ? await waitingFor(item.executionArn ?? "", clients) : null,
});

/** Every execution of the authority's workflow, oldest first, and where each now stands. */
export const listExecutions = async (clients: Clients, { outputs }: Deployed): Promise<ExecutionLine[]> => {
  const { StateMachineArn: stateMachineArn } = outputs;
  const machine = stateMachineArn.split(":").at(-1) ?? "";
  const items: ExecutionListItem[] = [];
  for await (const page of paginateListExecutions({ client: clients.sfn }, { stateMachineArn }))
    items.push(...(page.executions ?? []));
  const oldestFirst = items.toSorted((a, b) => Number(a.startDate) - Number(b.startDate));
  return Promise.all(oldestFirst.map((item) => line(item, machine, clients)));
};
