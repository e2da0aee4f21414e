import { createHash } from "node:crypto";
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { DraftKey, DraftSection, Drafts } from "../../core/ports/drafts.ts";
import { type Instant, toIso } from "../../domain/calendar/instant.ts";
import { inOurWords } from "../vendor-errors.ts";
import { queryAll } from "./episode-store.ts";
import { body, N, readBody, S } from "./item.ts";

const draftSchema: z.ZodType<DraftSection> = z.object({
  text: z.string(),
  version: z.number(),
  savedAt: z.string(),
});

/** Eight weeks after it was last touched: longer than any interview is late. */
const KEPT_S = 56 * 86_400;

const digest = (text: string): string => createHash("sha256").update(text).digest("base64url");
/** Beside sessions in the index by subject, and never ended with them. */
const whose = (subject: string): string => `draft#${digest(subject)}`;
const keyOf = ({ subject, episodeId }: DraftKey, section: string): string =>
  `${whose(subject)}#${episodeId}#${digest(section)}`;

/** Unfinished interviews in the sessions' table: what the console may write, and nothing else is there. */
export const drafts = (client: DynamoDBClient, table: string): Drafts => {
  const get = async (key: DraftKey, section: string): Promise<DraftSection | undefined> => {
    const command = new GetItemCommand({
      TableName: table,
      Key: { pk: S(keyOf(key, section)) },
      ConsistentRead: true,
    });
    const { Item } = await inOurWords("reading a draft", () => client.send(command));
    return Item && readBody(draftSchema, Item);
  };
  const put = async (key: DraftKey, section: string, draft: DraftSection, now: Instant) => {
    const Item = {
      pk: S(keyOf(key, section)),
      subject: S(whose(key.subject)),
      expires: N(Math.ceil(now / 1000) + KEPT_S),
      version: N(draft.version),
      body: body(draft),
    };
    const before = draft.version - 1;
    const command = new PutItemCommand({
      TableName: table,
      Item,
      ...(before === 0
        ? { ConditionExpression: "attribute_not_exists(pk)" }
        : { ConditionExpression: "version = :before", ExpressionAttributeValues: { ":before": N(before) } }),
    });
    try {
      await client.send(command);
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      return inOurWords("keeping a draft", () => Promise.reject(error));
    }
  };
  return {
    find: async (key, sections) => {
      const found = await Promise.all(
        sections.map(async (section) => [section, await get(key, section)] as const),
      );
      return Object.fromEntries(found.flatMap(([section, draft]) => (draft ? [[section, draft]] : [])));
    },
    save: async (key, section, { text, over }, now) => {
      const draft = { text, version: over + 1, savedAt: toIso(now) };
      if (await put(key, section, draft, now)) return { kind: "saved" };
      const there = await get(key, section);
      if (there?.text === text) return { kind: "saved" };
      return { kind: "changed", now: there ?? { text: "", version: 0, savedAt: toIso(now) } };
    },
    drop: async (key, sections) => {
      const commands = sections.map(
        (section) => new DeleteItemCommand({ TableName: table, Key: { pk: S(keyOf(key, section)) } }),
      );
      await Promise.all(commands.map((one) => inOurWords("ending a draft", () => client.send(one))));
    },
    of: async (subject) => {
      const items = await queryAll(client, {
        TableName: table,
        IndexName: "BySubject",
        KeyConditionExpression: "subject = :subject",
        ExpressionAttributeValues: { ":subject": S(whose(subject)) },
      });
      return [...new Set(items.flatMap(({ pk }) => pk?.S?.split("#")[2] ?? []))];
    },
  };
};
