import { QueryCommand } from "@aws-sdk/client-dynamodb";
import { S } from "../../../functions/adapters/dynamo/item.ts";
import { LEASE_MS } from "../../../functions/core/fire-rungs/leases.ts";
import type { Clients } from "../stack/clients.ts";
import type { Deployed } from "../stack/stacks.ts";

const WATCHDOG_MS = 60_000;
const FAR_FUTURE = Date.UTC(9000, 0);

type Index = { table: string; open: string };

const indexesOf = ({ tables }: Deployed): Index[] => [
  { table: tables.episodes, open: "episode" },
  { table: tables.episodes, open: "closed" },
  { table: tables.ledger, open: "quarantine" },
];

/** The soonest due times in this index; rows with nothing due sort behind every date. */
const soonestIn = async ({ dynamo }: Clients, { table, open }: Index): Promise<number[]> => {
  const { Items } = await dynamo.send(
    new QueryCommand({
      TableName: table,
      IndexName: "ByDue",
      KeyConditionExpression: "#open = :open",
      ExpressionAttributeNames: { "#open": "open" },
      ExpressionAttributeValues: { ":open": S(open) },
      Limit: 25,
    }),
  );
  return (Items ?? []).flatMap((item) => {
    const at = Date.parse(item.dueAt?.S ?? "");
    return Number.isNaN(at) || at >= FAR_FUTURE ? [] : [at];
  });
};

/**
 * Where the clock should stop next for the watchdog's sake. What is overdue already is held by somebody whose
 * claim has to expire first; past that there is nothing to gain from looking again.
 */
export const lookAt = (dues: readonly number[], now: number, target: number): number => {
  const looks = dues.map((due) => (due <= now - WATCHDOG_MS ? due + LEASE_MS : due) + WATCHDOG_MS);
  return Math.min(target, ...looks.filter((at) => at > now));
};

export const nextLook = async (
  clients: Clients,
  deployed: readonly Deployed[],
  now: number,
  target: number,
): Promise<number> => {
  const dues = await Promise.all(deployed.flatMap(indexesOf).map((index) => soonestIn(clients, index)));
  return lookAt(dues.flat(), now, target);
};
