import { createHash } from "node:crypto";
import { type DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { DecisionAnswer, DecisionAnswers } from "../../core/ports/waiting-mails.ts";
import { KEPT_MS } from "../../domain/console/session-age.ts";
import { inOurWords } from "../vendor-errors.ts";
import { body, N, readBody, S } from "./item.ts";

const answerSchema: z.ZodType<DecisionAnswer> = z.object({
  outcome: z.string(),
  faults: z.array(z.object({ says: z.string() })).optional(),
});

/** Beside the sessions, under a key that tells nobody the form's id; gone in a day, as what was typed is. */
export const answerKey = (id: string): string =>
  `answer#${createHash("sha256").update(id).digest("base64url")}`;

export const decisionAnswers = (client: DynamoDBClient, table: string): DecisionAnswers => ({
  keep: async (id, answer, now) => {
    const until = now + KEPT_MS;
    const Item = {
      pk: S(answerKey(id)),
      until: N(until),
      expires: N(Math.ceil(until / 1000)),
      body: body(answer),
    };
    const put = new PutItemCommand({ TableName: table, Item });
    await inOurWords("keeping an answer", () => client.send(put));
  },
  find: async (id, now) => {
    const get = new GetItemCommand({ TableName: table, Key: { pk: S(answerKey(id)) }, ConsistentRead: true });
    const { Item } = await inOurWords("reading an answer", () => client.send(get));
    return Item && Number(Item.until?.N ?? 0) > now ? readBody(answerSchema, Item) : undefined;
  },
});
