import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { FactsStore, Narrative, ReportKey, ReportStore, SentReport } from "../../core/ports/returns.ts";
import { factsRowSchema } from "../../domain/returns/facts-row.ts";
import { reportSchema } from "../../domain/returns/report-schema.ts";
import { inOurWords, translated } from "../vendor-errors.ts";
import { queryAll } from "./episode-store.ts";
import { type Item, readBody, S } from "./item.ts";
import type { Tables } from "./tables.ts";

/** Read at once, beside one another: a year is a dozen queries. */
export const factsStore = (client: DynamoDBClient, tables: Pick<Tables, "returns">): FactsStore => ({
  inMonths: async (months) => {
    const pages = await Promise.all(
      [...new Set(months)].map((month) =>
        queryAll(client, {
          TableName: tables.returns,
          KeyConditionExpression: "part = :month",
          ExpressionAttributeValues: { ":month": S(month) },
          ConsistentRead: true,
        }),
      ),
    );
    return pages.flat().map((item) => readBody(factsRowSchema, item));
  },
});

const rows = z.record(z.string(), z.string());
const sentSchema: z.ZodType<SentReport> = z.object({
  report: reportSchema,
  to: z.array(z.string()),
  at: z.string(),
  profileHash: z.string(),
  rows,
});
const narrativeSchema: z.ZodType<Narrative> = z.object({
  text: z.string(),
  by: z.string(),
  at: z.string(),
  on: reportSchema,
  rows,
});

/** A year's rows have ten thousand digests, and an item 400 kB at most. */
const packed = async (value: unknown) => ({ B: await promisify(gzip)(JSON.stringify(value)) });
const unpacked = async <T>(schema: z.ZodType<T>, item: Item): Promise<T> =>
  schema.parse(JSON.parse(String(await promisify(gunzip)(item.packed?.B ?? new Uint8Array()))));

export const reportStore = (client: DynamoDBClient, tables: Pick<Tables, "returns">): ReportStore => {
  const keyOf = (part: string, { report, period }: ReportKey) => ({
    part: S(`${part}#${report}`),
    id: S(period),
  });
  const find = async <T>(part: string, key: ReportKey, schema: z.ZodType<T>): Promise<T | undefined> => {
    const get = new GetItemCommand({
      TableName: tables.returns,
      Key: keyOf(part, key),
      ConsistentRead: true,
    });
    const { Item } = await inOurWords("reading a report", () => client.send(get));
    return Item && unpacked(schema, Item);
  };
  return {
    sent: (key) => find("sent", key, sentSchema),
    narrative: (key) => find("narrative", key, narrativeSchema),
    keepSent: async (key, sent) => {
      const put = new PutItemCommand({
        TableName: tables.returns,
        Item: { ...keyOf("sent", key), packed: await packed(sent) },
        ConditionExpression: "attribute_not_exists(part)",
      });
      try {
        await client.send(put);
        return true;
      } catch (cause) {
        if (cause instanceof ConditionalCheckFailedException) return false;
        throw translated("keeping a report", cause);
      }
    },
    keepNarrative: async (key, narrative) => {
      const Item = { ...keyOf("narrative", key), packed: await packed(narrative) };
      const put = new PutItemCommand({ TableName: tables.returns, Item });
      await inOurWords("keeping a narrative", () => client.send(put));
    },
  };
};
