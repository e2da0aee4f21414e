import { createHash } from "node:crypto";
import {
  type AttributeValue,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { Parked, PendingSignIn, Session, Sessions } from "../../core/ports/sessions.ts";
import type { Instant } from "../../domain/calendar/instant.ts";
import { roles } from "../../domain/console/may.ts";
import { ABSOLUTE_MS, KEPT_MS } from "../../domain/console/session-age.ts";
import { inOurWords } from "../vendor-errors.ts";
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

/** Rows end by themselves; DynamoDB may take two days to remove one, so `until` is looked at besides. */
export const sessions = (client: DynamoDBClient, table: string): Sessions => {
  const put = async (key: string, until: Instant, attributes: Record<string, AttributeValue>) => {
    const Item = { pk: S(key), until: N(until), expires: N(Math.ceil(until / 1000)), ...attributes };
    await inOurWords("keeping a session", () => client.send(new PutItemCommand({ TableName: table, Item })));
  };
  const get = async (key: string): Promise<Item | undefined> => {
    const command = new GetItemCommand({ TableName: table, Key: { pk: S(key) }, ConsistentRead: true });
    return (await inOurWords("reading a session", () => client.send(command))).Item;
  };
  const remove = async (key: string): Promise<Item | undefined> => {
    const command = new DeleteItemCommand({ TableName: table, Key: { pk: S(key) }, ReturnValues: "ALL_OLD" });
    return (await inOurWords("ending a session", () => client.send(command))).Attributes;
  };
  const keep = (id: string, session: Session) =>
    put(keyOf("session", id), session.since + ABSOLUTE_MS + KEPT_MS, {
      subject: S(digest(session.staff.subject)),
      body: body(session),
    });
  return {
    open: keep,
    seen: keep,
    find: async (id) => {
      const item = await get(keyOf("session", id));
      return item && readBody(sessionSchema, item);
    },
    end: async (id) => {
      await remove(keyOf("session", id));
    },
    endAllOf: async (subject) => {
      const query = new QueryCommand({
        TableName: table,
        IndexName: "BySubject",
        KeyConditionExpression: "subject = :subject",
        ExpressionAttributeValues: { ":subject": S(digest(subject)) },
      });
      const { Items = [] } = await inOurWords("finding sessions", () => client.send(query));
      await Promise.all(Items.flatMap(({ pk }) => (pk?.S ? [remove(pk.S)] : [])));
    },
    keepSignIn: (state, pending, now) =>
      put(keyOf("sign-in", state), now + SIGN_IN_MS, { body: body(pending) }),
    takeSignIn: async (state, now) => {
      const item = await remove(keyOf("sign-in", state));
      return item && lasts(item, now) ? readBody(pendingSchema, item) : undefined;
    },
    park: (id, parked, now) => put(keyOf("parked", id), now + KEPT_MS, { body: body(parked) }),
    parked: async (id, now) => {
      const item = await get(keyOf("parked", id));
      return item && lasts(item, now) ? readBody(parkedSchema, item) : undefined;
    },
  };
};
