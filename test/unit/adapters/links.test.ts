import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, it } from "vitest";
import { links } from "../../../functions/adapters/dynamo/links.ts";
import { writeItem } from "../../../functions/adapters/dynamo/write-items.ts";
import { aDynamo, tables } from "./dynamo.ts";

const opens = {
  episodeId: "ep-1",
  reference: "MP/26/1",
  duty: "record-received",
  rule: "LEI-13",
  sentAt: "2026-11-15T09:00:00Z",
};

describe("a link in a mail", () => {
  it("is found again by what was kept of it", async () => {
    const { client, mock } = aDynamo();
    const { Put } = writeItem({ kind: "link", link: "digest", opens }, tables);
    mock
      .on(GetItemCommand)
      .callsFake(({ Key }: { Key: { pk: { S: string } } }) =>
        Key.pk.S === Put?.Item?.pk?.S ? { Item: Put.Item } : {},
      );
    expect(await links(client, tables).find("digest")).toEqual(opens);
    expect(await links(client, tables).find("another")).toBeUndefined();
  });

  it("stands in no index: its row is neither open nor due", () => {
    const { Put } = writeItem({ kind: "link", link: "digest", opens }, tables);
    expect(Object.keys(Put?.Item ?? {}).toSorted()).toEqual(["body", "pk"]);
  });
});
