import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";

/** By the order in which calls begin and end, which no clock has to tell. */
type Call = { from: number; to: number; units: number; isRead: boolean };
type Capacity = { CapacityUnits?: number };
type Answered = { output: { ConsumedCapacity?: Capacity | Capacity[] } };

/** How many calls had to wait for another's answer: the most that do not overlap. */
const oneAfterAnother = (calls: readonly Call[]): number => {
  let count = 0;
  let free = Number.NEGATIVE_INFINITY;
  for (const { from, to } of calls.toSorted((a, b) => a.to - b.to))
    if (from >= free) {
      count += 1;
      free = to;
    }
  return count;
};

export type Cost = { calls: number; roundTrips: number; units: number; reads: number; writes: number };

/** What a client is asked, in calls, in round trips one after another, and in capacity units. */
export const counted = (client: DynamoDBClient) => {
  let calls: Call[] = [];
  let moment = 0;
  const next = (): number => {
    moment += 1;
    return moment;
  };
  client.middlewareStack.add(
    (send, { commandName = "" }) =>
      async (args) => {
        const from = next();
        Object.assign(args.input, { ReturnConsumedCapacity: "TOTAL" });
        const answer = await send(args);
        const { ConsumedCapacity = [] } = (answer as Answered).output;
        const units = [ConsumedCapacity].flat().reduce((sum, one) => sum + (one.CapacityUnits ?? 0), 0);
        calls.push({ from, to: next(), units, isRead: /^(?:Get|BatchGet|Query|Scan)/.test(commandName) });
        return answer;
      },
    { step: "initialize", name: "counted" },
  );
  return {
    of: async (work: () => Promise<unknown>): Promise<Cost> => {
      calls = [];
      await work();
      const sum = (some: readonly Call[]) => some.reduce((all, { units }) => all + units, 0);
      const reads = sum(calls.filter(({ isRead }) => isRead));
      const units = sum(calls);
      return {
        calls: calls.length,
        roundTrips: oneAfterAnother(calls),
        units,
        reads,
        writes: units - reads,
      };
    },
  };
};
