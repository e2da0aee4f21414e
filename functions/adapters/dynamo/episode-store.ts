import { type DynamoDBClient, GetItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { DueRow, EpisodeStore } from "../../core/ports/episode-store.ts";
import type { StoredEpisode } from "../../core/ports/stored-episode.ts";
import { type Instant, toInstant, toIso } from "../../domain/calendar/instant.ts";
import { type EpisodeEvent, episodeEventSchema } from "../../domain/episode/events.ts";
import { isEpisodeId } from "../../domain/episode/identity.ts";
import { inOurWords } from "../vendor-errors.ts";
import { getAll } from "./get-all.ts";
import { type Item, readBody, S } from "./item.ts";
import { childRowSchema, episodeRowSchema } from "./rows.ts";
import type { Tables } from "./tables.ts";
import { transact } from "./transact.ts";

const storedEventSchema = z.object({ event: episodeEventSchema });
const eventIn = (item: Item): EpisodeEvent => readBody(storedEventSchema, item).event;

/** Events read at once, newest first: more than most episodes have of one night. */
const NEWEST = 25;

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
  const eventsOf = async (episodeId: string): Promise<EpisodeEvent[]> => {
    const items = await queryAll(client, {
      TableName: tables.events,
      KeyConditionExpression: "episodeId = :id",
      ExpressionAttributeValues: { ":id": S(episodeId) },
      ConsistentRead: true,
    });
    return items.map(eventIn);
  };
  const load = async (episodeId: string): Promise<StoredEpisode | undefined> => {
    const key = { TableName: tables.episodes, Key: { pk: S(episodeId) }, ConsistentRead: true };
    const [{ Item: item }, together] = await Promise.all([
      inOurWords("reading an episode", () => client.send(new GetItemCommand(key))),
      eventsOf(episodeId),
    ]);
    if (!item) return undefined;
    const row = readBody(episodeRowSchema, item);
    // Both are read at once. Where a commit came between, its events are read again, or left out to fit the row.
    const events = together.length < row.seq ? await eventsOf(episodeId) : together;
    return { row, events: events.slice(0, row.seq) };
  };
  const eventsSince = async (episodeId: string, since: Instant): Promise<EpisodeEvent[]> => {
    const newest: EpisodeEvent[] = [];
    let start: Item | undefined;
    do {
      const query = new QueryCommand({
        TableName: tables.events,
        KeyConditionExpression: "episodeId = :id",
        ExpressionAttributeValues: { ":id": S(episodeId) },
        ScanIndexForward: false,
        Limit: NEWEST,
        ...(start ? { ExclusiveStartKey: start } : {}),
      });
      const { Items = [], LastEvaluatedKey } = await inOurWords("reading events", () => client.send(query));
      const events = Items.map(eventIn);
      const fresh = events.filter(({ recordedAt }) => toInstant(recordedAt) > since);
      newest.push(...fresh);
      start = fresh.length < events.length ? undefined : LastEvaluatedKey;
    } while (start);
    return newest.toReversed();
  };
  const children = async (keys: readonly string[]) => {
    const from = { table: tables.episodes, key: "pk" };
    const items = await getAll(client, from, keys, "reading a child's rows");
    return items.map((item) => readBody(childRowSchema, item));
  };
  return { load, children, eventsSince, transact: transact(client, tables) };
};

/** As many rows as DynamoDB gives at once. */
const inHundreds = (ids: readonly string[]): string[][] => {
  const all = [...new Set(ids)];
  return Array.from({ length: Math.ceil(all.length / 100) }, (_, i) => all.slice(i * 100, (i + 1) * 100));
};

/** What the index itself says of a row, without its content: one that cannot be read silences no other. */
const dueRow = ({ pk, dueAt }: Item): DueRow[] =>
  pk?.S && dueAt?.S ? [{ episodeId: pk.S, nextRungAt: dueAt.S }] : [];

/** Rows of the index that the watchdog, the digest and the lists read. */
export const episodeRows = (client: DynamoDBClient, tables: Tables) => {
  const items = (
    open: "episode" | "closed",
    by?: Instant,
    most?: number,
    columns?: string,
  ): Promise<Item[]> => {
    const input = {
      TableName: tables.episodes,
      IndexName: "ByDue",
      KeyConditionExpression: by === undefined ? "#open = :open" : "#open = :open AND dueAt <= :by",
      ExpressionAttributeNames: { "#open": "open" },
      ExpressionAttributeValues: { ":open": S(open), ...(by === undefined ? {} : { ":by": S(toIso(by)) }) },
      ...(most === undefined ? {} : { Limit: most }),
      ...(columns === undefined ? {} : { ProjectionExpression: columns }),
    };
    return queryAll(client, input, most);
  };
  const both = async (by?: Instant, most?: number): Promise<Item[]> =>
    (await Promise.all([items("episode", by, most), items("closed", by, most)])).flat();
  const these = async (ids: readonly string[]): Promise<Item[]> => {
    const from = { table: tables.episodes, key: "pk" };
    const got = await Promise.all(
      inHundreds(ids.filter(isEpisodeId)).map((some) => getAll(client, from, some, "reading episodes")),
    );
    return got.flat();
  };
  const rowIn = (item: Item) => readBody(episodeRowSchema, item);
  return {
    /** Whole rows, for lists: of one kind of them, or of some ids. */
    listed: async (which: "open" | "all" | readonly string[]) => {
      if (which === "open") return (await items("episode")).map(rowIn);
      return (await (which === "all" ? both() : these(which))).map(rowIn);
    },
    /** Which episodes are open, and nothing else of them. */
    open: async () => (await items("episode", undefined, undefined, "pk, dueAt")).flatMap(dueRow),
    all: async () => (await both()).map(rowIn),
    /** A closed episode may still have something to say (a late trigger), so both are looked at. */
    dueBy: async (now: Instant, most: number) =>
      (await both(now, most))
        .flatMap(dueRow)
        .toSorted((a, b) => (a.nextRungAt < b.nextRungAt ? -1 : 1))
        .slice(0, most),
  };
};
