import { type DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { LinkedReport, Links } from "../../core/ports/acknowledgements.ts";
import { inOurWords } from "../vendor-errors.ts";
import { readBody, S } from "./item.ts";
import type { Tables } from "./tables.ts";
import { linkKey } from "./write-items.ts";

const linkedReportSchema: z.ZodType<LinkedReport> = z.object({
  episodeId: z.string(),
  reference: z.string(),
  duty: z.string(),
  rule: z.string(),
  sentAt: z.string(),
});

export const links = (client: DynamoDBClient, tables: Tables): Links => ({
  find: async (link) => {
    const get = new GetItemCommand({ TableName: tables.episodes, Key: { pk: S(linkKey(link)) } });
    const { Item } = await inOurWords("reading a link", () => client.send(get));
    return Item && readBody(linkedReportSchema, Item);
  },
});
