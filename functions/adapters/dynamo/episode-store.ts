import { type DynamoDBClient, GetItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { DueRow, EpisodeStore } from "../../core/ports/episode-store.ts";
import type { StoredEpisode } from "../../core/ports/stored-episode.ts";
import type { Instant } from "../../domain/calendar/instant.ts";
import { toIso } from "../../domain/calendar/instant.ts";
import { episodeEventSchema } from "../../domain/episode/events.ts";
import { inOurWords } from "../vendor-errors.ts";
import { getAll } from "./get-all.ts";
import { type Item, readBody, S } from "./item.ts";
import { childRowSchema, episodeRowSchema } from "./rows.ts";
import type { Tables } from "./tables.ts";
import { transact } from "./transact.ts";

const storedEventSchema = z.object({ event: episodeEventSchema });

export const queryAll = async (
  client: DynamoDBClient,
  input: ConstructorParameters<typeof QueryCommand>[0],
  most = Number.POSITIVE_INFINITY,
): Promise<Item[]> => {
  const items: Item[] = [];
  let start: Item | undefined;
  do {
    const query = new QueryCommand({ ...input, ...(start ? { ExclusiveStartKey: start } : {}) });
    const page = await inOurWords("querying a table", () => client.send(query));
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start && items.length < most);
  return items;
};

export const episodeStore = (client: DynamoDBClient, tables: Tables): EpisodeStore => {
  const load = async (episodeId: string): Promise<StoredEpisode | undefined> => {
    const key = { TableName: tables.episodes, Key: { pk: S(episodeId) }, ConsistentRead: true };
    const { Item: item } = await inOurWords("reading an episode", () => client.send(new GetItemCommand(key)));
    if (!item) return undefined;
    const items = await queryAll(client, {
      TableName: tables.events,
      KeyConditionExpression: "episodeId = :id",
      ExpressionAttributeValues: { ":id": S(episodeId) },
      ConsistentRead: true,
    });
    const row = readBody(episodeRowSchema, item);
    const events = items.map((i) => readBody(storedEventSchema, i).event);
    // A row read before a commit and events read after it are brought to the row's version.
    return { row, events: events.slice(0, row.seq) };
  };
  const children = async (keys: readonly string[]) => {
    const from = { table: tables.episodes, key: "pk" };
    const items = await getAll(client, from, keys, "reading a child's rows");
    return items.map((item) => readBody(childRowSchema, item));
  };
  return { load, children, transact: transact(client, tables) };
};

/** What the index itself says of a row, without its content: one that cannot be read silences no other. */
const dueRow = ({ pk, dueAt }: Item): DueRow[] =>
  pk?.S && dueAt?.S ? [{ episodeId: pk.S, nextRungAt: dueAt.S }] : [];

/** Rows of the index that the watchdog, the digest and the lists read. */
export const episodeRows = (client: DynamoDBClient, tables: Tables) => {
  const items = (open: "episode" | "closed", by?: Instant, most?: number): Promise<Item[]> => {
    const input = {
      TableName: tables.episodes,
      IndexName: "ByDue",
      KeyConditionExpression: by === undefined ? "#open = :open" : "#open = :open AND dueAt <= :by",
      ExpressionAttributeNames: { "#open": "open" },
      ExpressionAttributeValues: { ":open": S(open), ...(by === undefined ? {} : { ":by": S(toIso(by)) }) },
      ...(most === undefined ? {} : { Limit: most }),
    };
    return queryAll(client, input, most);
  };
  const both = async (by?: Instant, most?: number): Promise<Item[]> =>
    (await Promise.all([items("episode", by, most), items("closed", by, most)])).flat();
  const rowIn = (item: Item) => readBody(episodeRowSchema, item);
  return {
    /** Whole rows, for lists. */
    listed: async (which: "open" | "all") =>
      (await (which === "open" ? items("episode") : both())).map(rowIn),
    open: async () => (await items("episode")).flatMap(dueRow),
    all: async () => (await both()).map(rowIn),
    /** A closed episode may still have something to say (a late trigger), so both are looked at. */
    dueBy: async (now: Instant, most: number) =>
      (await both(now, most))
        .flatMap(dueRow)
        .toSorted((a, b) => (a.nextRungAt < b.nextRungAt ? -1 : 1))
        .slice(0, most),
  };
};
