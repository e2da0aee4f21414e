import { paginateScan } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { Rebuilt } from "../../../functions/migrate-episodes/rebuild-rows.ts";
import { invoke } from "../../lab/episode/invoke.ts";
import type { Deployed } from "../../lab/stack/stacks.ts";
import type { RecoveryClients } from "./clients.ts";

const PAGE = 25;

const answerSchema: z.ZodType<Rebuilt> = z.object({
  outcome: z.literal("rebuilt"),
  rebuilt: z.array(z.string()),
  broken: z.array(z.object({ id: z.string(), seq: z.number() })),
  failed: z.array(z.string()),
});

/** Every id that events are recorded under. */
const recordedIds = async ({ dynamo }: Pick<RecoveryClients, "dynamo">, { tables }: Deployed) => {
  const ids = new Set<string>();
  const keys = { TableName: tables.events, ProjectionExpression: "episodeId", ConsistentRead: true };
  for await (const page of paginateScan({ client: dynamo }, keys))
    for (const { episodeId } of page.Items ?? []) if (episodeId?.S) ids.add(episodeId.S);
  return [...ids].toSorted();
};

/** By way of the deployed function, so that the deployed profile and code say what the rows are. */
export const rebuildRows = async (
  clients: Pick<RecoveryClients, "dynamo" | "lambda">,
  deployed: Deployed,
): Promise<Rebuilt> => {
  const ids = await recordedIds(clients, deployed);
  const all: Rebuilt = { outcome: "rebuilt", rebuilt: [], broken: [], failed: [] };
  for (let from = 0; from < ids.length; from += PAGE) {
    const name = deployed.outputs.MigrateEpisodesFunctionName;
    const answer = await invoke(clients, "migrate-episodes", name, { rebuild: ids.slice(from, from + PAGE) });
    const { rebuilt, broken, failed } = answerSchema.parse(answer);
    all.rebuilt.push(...rebuilt);
    all.broken.push(...broken);
    all.failed.push(...failed);
  }
  return all;
};
