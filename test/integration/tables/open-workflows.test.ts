import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { expect, it } from "vitest";
import { episodeStore } from "../../../functions/adapters/dynamo/episode-store.ts";
import { openWorkflows } from "../../../functions/adapters/dynamo/open-workflows.ts";
import { anEpisodeRow } from "../../builders/episode-row.ts";
import { realTables } from "../support/real-tables.ts";

const tables = realTables();

it("the rounds come to every open episode in turn, and begin again, past one that nobody can read", async () => {
  const { client, names } = tables;
  const { transact } = episodeStore(client, names);
  const all = Array.from({ length: 7 }, (_, i) => anEpisodeRow(`MP/26/000${i}`));
  for (const row of all) await transact([{ kind: "episode", row, expectedVersion: 0 }]);
  await transact([{ kind: "episode", row: anEpisodeRow("MP/26/0009", "closed"), expectedVersion: 0 }]);
  const spoilt = {
    pk: { S: "ep-spoilt" },
    open: { S: "episode" },
    dueAt: { S: "2026-11-14T22:00:00Z" },
    body: { S: "{" },
  };
  await client.send(new PutItemCommand({ TableName: names.episodes, Item: spoilt }));
  const { next } = openWorkflows(client, names);
  const seen: string[] = [];
  for (let turn = 0; turn < 6; turn += 1) seen.push(...(await next(3)).map(({ episodeId }) => episodeId));
  for (const { episodeId } of all) expect(seen.filter((one) => one === episodeId)).toHaveLength(2);
  expect(seen).toHaveLength(14);
});
