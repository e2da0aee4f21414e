import { type DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { OFFICE, type OfficeRow, type OfficeStore } from "../../core/ports/office.ts";
import { type OfficeEvent, officeEventSchema } from "../../domain/office/events.ts";
import { officeSchema } from "../../domain/office/office.ts";
import { inOurWords } from "../vendor-errors.ts";
import { queryAll } from "./episode-store.ts";
import { readBody, S } from "./item.ts";
import type { Tables } from "./tables.ts";

export const officeRowSchema: z.ZodType<OfficeRow> = z.object({
  version: z.number(),
  seq: z.number(),
  lastHash: z.string(),
  office: officeSchema,
  recent: z.array(z.string()),
});

const storedEventSchema = z.object({ event: officeEventSchema });

export const officeStore = (
  client: DynamoDBClient,
  tables: Tables,
): OfficeStore & { events: () => Promise<OfficeEvent[]> } => ({
  load: async () => {
    const key = { TableName: tables.episodes, Key: { pk: S(OFFICE) }, ConsistentRead: true };
    const { Item } = await inOurWords("reading the office", () => client.send(new GetItemCommand(key)));
    return Item && readBody(officeRowSchema, Item);
  },
  /** Everything anybody changed, in order, for whoever looks back. */
  events: async () => {
    const items = await queryAll(client, {
      TableName: tables.events,
      KeyConditionExpression: "episodeId = :id",
      ExpressionAttributeValues: { ":id": S(OFFICE) },
      ConsistentRead: true,
    });
    return items.map((item) => readBody(storedEventSchema, item).event);
  },
});
