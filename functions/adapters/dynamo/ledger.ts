import {
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { Quarantine, WaitingMail } from "../../core/ports/ledger.ts";
import type { LedgerEntry } from "../../core/ports/writes.ts";
import { type Instant, toIso } from "../../domain/calendar/instant.ts";
import { inOurWords } from "../vendor-errors.ts";
import { queryAll } from "./episode-store.ts";
import { type Item, N, readBody, S } from "./item.ts";
import { askedSchema, ledgerEntrySchema } from "./rows.ts";
import type { Tables } from "./tables.ts";
import { NEVER } from "./write-items.ts";

/** Who was asked about it, and that it came again, is noted beside the entry: two who note at once both stand. */
const entryIn = (item: Item): LedgerEntry => {
  const entry = readBody(ledgerEntrySchema, item);
  const beside = (item.asked?.L ?? []).map((one) => readBody(askedSchema, { body: one }));
  const asked = [...(entry.asked ?? []), ...beside];
  return {
    ...entry,
    ...(asked.length > 0 ? { asked } : {}),
    ...(item.cameAgain?.BOOL ? { cameAgain: true } : {}),
  };
};

const waiting = (item: Item): WaitingMail => ({
  ...entryIn(item),
  told: Number(item.told?.N ?? 0),
});

/** Mails that wait for a person, or were decided about; of those due by a time where one is given. */
const rowsOf = (
  client: DynamoDBClient,
  tables: Tables,
  open: "quarantine" | "notice" | "decided",
  by?: Instant,
  most?: number,
): Promise<Item[]> => {
  const query = {
    TableName: tables.ledger,
    IndexName: "ByDue",
    KeyConditionExpression: by === undefined ? "#open = :open" : "#open = :open AND dueAt <= :by",
    ExpressionAttributeNames: { "#open": "open" },
    ExpressionAttributeValues: {
      ":open": S(open),
      ...(by === undefined ? {} : { ":by": S(toIso(by)) }),
    },
    ...(most === undefined ? {} : { Limit: most }),
  };
  return queryAll(client, query, most);
};

export const ledger = (client: DynamoDBClient, tables: Tables) => {
  const get = async (mailId: string): Promise<Item | undefined> => {
    const row = { TableName: tables.ledger, Key: { mailId: S(mailId) }, ConsistentRead: true };
    const { Item } = await inOurWords("reading the ledger", () => client.send(new GetItemCommand(row)));
    return Item;
  };
  return {
    find: async (mailId: string): Promise<LedgerEntry | undefined> => {
      const item = await get(mailId);
      return item && item.withoutReceipt?.BOOL !== true ? entryIn(item) : undefined;
    },
    /** Whatever account the mail has, also where its receipt is still awaited. A digest's row is no mail's. */
    entry: async (mailId: string): Promise<LedgerEntry | undefined> => {
      const item = await get(mailId);
      return item?.told && entryIn(item);
    },
    byDigest: async (digest: string): Promise<string | undefined> => {
      const item = await get(`digest#${digest}`);
      return item && readBody(z.string(), item);
    },
    /** The newest accounts of a force's mails, newest first: twice what its figures are made of, for the duplicates among them. */
    newestOf: async (force: string): Promise<LedgerEntry[]> => {
      const query = new QueryCommand({
        TableName: tables.ledger,
        IndexName: "ByForce",
        KeyConditionExpression: "#force = :force",
        ExpressionAttributeNames: { "#force": "force" },
        ExpressionAttributeValues: { ":force": S(force) },
        ScanIndexForward: false,
        Limit: 100,
      });
      const { Items = [] } = await inOurWords("reading a force's mails", () => client.send(query));
      return Items.map(entryIn);
    },
    quarantined: async (): Promise<LedgerEntry[]> =>
      (await rowsOf(client, tables, "quarantine")).map(entryIn),
    /** Mails that waited and wait no longer, with who ended it and when. */
    decided: async (): Promise<LedgerEntry[]> => (await rowsOf(client, tables, "decided")).map(entryIn),
  };
};

export const quarantine = (client: DynamoDBClient, tables: Tables): Quarantine => ({
  dueBy: async (now, most) => {
    const rows = await Promise.all([
      rowsOf(client, tables, "quarantine", now, most),
      rowsOf(client, tables, "notice", now, most),
    ]);
    return rows.flat().map(waiting);
  },
  told: async (mail, next) => {
    const note = new UpdateItemCommand({
      TableName: tables.ledger,
      Key: { mailId: S(mail.mailId) },
      UpdateExpression: "SET told = :told, dueAt = :next",
      ExpressionAttributeValues: {
        ":told": N(mail.told + 1),
        ":next": S(next === undefined ? NEVER : toIso(next)),
      },
    });
    await inOurWords("noting who was told", () => client.send(note));
  },
});
