import { createHash } from "node:crypto";
import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  type PutItemCommandInput,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { Parked, PendingSignIn, Session, Sessions } from "../../core/ports/sessions.ts";
import type { Instant } from "../../domain/calendar/instant.ts";
import { roles } from "../../domain/console/may.ts";
import { ABSOLUTE_MS, KEPT_MS } from "../../domain/console/session-age.ts";
import { holdsTheSame } from "../../domain/console/sign-in.ts";
import { inOurWords } from "../vendor-errors.ts";
import { queryAll } from "./episode-store.ts";
import { body, type Item, N, readBody, S } from "./item.ts";

const sessionSchema: z.ZodType<Session> = z.object({
  staff: z.object({
    subject: z.string(),
    name: z.string(),
    address: z.string(),
    roles: z.array(z.enum(roles)),
    teams: z.array(z.string()),
  }),
  csrf: z.string(),
  since: z.number(),
  seen: z.number(),
});
const pendingSchema: z.ZodType<PendingSignIn> = z.object({
  browser: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  back: z.string(),
});
const parkedSchema: z.ZodType<Parked> = z.object({ subject: z.string(), path: z.string(), body: z.string() });

const SIGN_IN_MS = 15 * 60_000;

const digest = (text: string): string => createHash("sha256").update(text).digest("base64url");
type Kind = "session" | "sign-in" | "parked";
/** Who reads the table can't sign in with what they find. */
const keyOf = (kind: Kind, id: string): string => `${kind}#${digest(id)}`;

const lasts = (item: Item, now: Instant): boolean => Number(item.until?.N ?? 0) > now;

/** Undefined where the condition refuses it. */
const unlessRefused = async <T>(writing: Promise<T>): Promise<T | undefined> => {
  try {
    return await writing;
  } catch (error) {
    if (error instanceof Error && error.cause instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
};

/** Rows end by themselves; DynamoDB may take two days to remove one, so `until` is looked at besides. */
export const sessions = (client: DynamoDBClient, table: string): Sessions => {
  const put = async (
    key: string,
    until: Instant,
    attributes: Record<string, AttributeValue>,
    condition: Pick<PutItemCommandInput, "ConditionExpression"> = {},
  ) => {
    const Item = { pk: S(key), until: N(until), expires: N(Math.ceil(until / 1000)), ...attributes };
    const command = new PutItemCommand({ TableName: table, Item, ...condition });
    return inOurWords("keeping a session", () => client.send(command));
  };
  const get = async (key: string): Promise<Item | undefined> => {
    const command = new GetItemCommand({ TableName: table, Key: { pk: S(key) }, ConsistentRead: true });
    return (await inOurWords("reading a session", () => client.send(command))).Item;
  };
  /** What was there. One of several who remove it at once has it; the others find nothing. */
  const remove = async (key: string): Promise<Item | undefined> => {
    const command = new DeleteItemCommand({
      TableName: table,
      Key: { pk: S(key) },
      ConditionExpression: "attribute_exists(pk)",
      ReturnValues: "ALL_OLD",
    });
    const removed = inOurWords("ending a session", () => client.send(command));
    return (await unlessRefused(removed))?.Attributes;
  };
  const keep = (id: string, session: Session, condition: Parameters<typeof put>[3] = {}) =>
    put(
      keyOf("session", id),
      session.since + ABSOLUTE_MS + KEPT_MS,
      { subject: S(digest(session.staff.subject)), body: body(session) },
      condition,
    );
  const keysOf = async (subject: string): Promise<string[]> => {
    const items = await queryAll(client, {
      TableName: table,
      IndexName: "BySubject",
      KeyConditionExpression: "subject = :subject",
      ExpressionAttributeValues: { ":subject": S(digest(subject)) },
    });
    return items.flatMap(({ pk }) => pk?.S ?? []);
  };
  return {
    open: async (id, session) => void (await keep(id, session)),
    seen: async (id, session) =>
      (await unlessRefused(keep(id, session, { ConditionExpression: "attribute_exists(pk)" }))) !== undefined,
    find: async (id) => {
      const item = await get(keyOf("session", id));
      return item && readBody(sessionSchema, item);
    },
    end: async (id) => {
      await remove(keyOf("session", id));
    },
    endAllOf: async (subject) => {
      await Promise.all((await keysOf(subject)).map(remove));
    },
    endOutdated: async (staff) => {
      await Promise.all(
        (await keysOf(staff.subject)).map(async (key) => {
          const item = await get(key);
          if (item && !holdsTheSame(readBody(sessionSchema, item).staff, staff)) await remove(key);
        }),
      );
    },
    keepSignIn: async (state, pending, now) =>
      void (await put(keyOf("sign-in", state), now + SIGN_IN_MS, { body: body(pending) })),
    takeSignIn: async (state, now) => {
      const item = await remove(keyOf("sign-in", state));
      return item && lasts(item, now) ? readBody(pendingSchema, item) : undefined;
    },
    park: async (id, parked, now) =>
      void (await put(keyOf("parked", id), now + KEPT_MS, { body: body(parked) })),
    parked: async (id, now) => {
      const item = await get(keyOf("parked", id));
      return item && lasts(item, now) ? readBody(parkedSchema, item) : undefined;
    },
  };
};
