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

export const transact =
  (client: DynamoDBClient, tables: Tables): EpisodeStore["transact"] =>
  async (writes) => {
    try {
      const TransactItems = writes.map((write) => writeItem(write, tables));
      await client.send(new TransactWriteItemsCommand({ TransactItems }));
      return "committed";
    } catch (cause) {
      if (isConflict(cause)) return "conflict";
      throw translated("writing the episode", cause);
    }
  };
