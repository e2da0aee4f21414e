import { setTimeout as pause } from "node:timers/promises";
import {
  type DynamoDBClient,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import type { EpisodeStore } from "../../core/ports/episode-store.ts";
import { translated } from "../vendor-errors.ts";
import type { Tables } from "./tables.ts";
import { writeItem } from "./write-items.ts";

/** Somebody else wrote first, or holds the row in a transaction of their own: decide again. */
const isConflict = (cause: unknown): boolean =>
  cause instanceof TransactionCanceledException &&
  (cause.CancellationReasons ?? []).some((r) =>
    ["ConditionalCheckFailed", "TransactionConflict"].includes(r.Code ?? ""),
  );

/** Of twenty who write at once each waits another while, so that not all of them meet again. */
const SPREAD_MS = 200;
const standAside = (): Promise<void> => pause(Math.random() * SPREAD_MS);

export const transact =
  (client: DynamoDBClient, tables: Tables, aside = standAside): EpisodeStore["transact"] =>
  async (writes) => {
    try {
      const TransactItems = writes.map((write) => writeItem(write, tables));
      await client.send(new TransactWriteItemsCommand({ TransactItems }));
      return "committed";
    } catch (cause) {
      if (!isConflict(cause)) throw translated("writing the episode", cause);
      await aside();
      return "conflict";
    }
  };
