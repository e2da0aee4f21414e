import { outboxMessageSchema } from "../../functions/adapters/dynamo/rows.ts";
import type { Outbox, TokenStore } from "../../functions/core/ports/workflow.ts";
import type { OutboxMessage } from "../../functions/core/ports/writes.ts";
import type { Database } from "./database.ts";
import type { Io } from "./io.ts";

export const messagesIn = (db: Database): OutboxMessage[] =>
  [...db.outbox.values()].map((text) => outboxMessageSchema.parse(JSON.parse(text)));

/** As the table's adapter does it. */
const readableIn = (db: Database, left: (id: string, cause: unknown) => void): OutboxMessage[] =>
  [...db.outbox].flatMap(([id, text]) => {
    try {
      return outboxMessageSchema.parse(JSON.parse(text));
    } catch (cause) {
      left(id, cause);
      return [];
    }
  });

export const anOutbox = (db: Database, io: Io): Outbox => ({
  waiting: (left) => io.call("read the outbox", () => readableIn(db, left)),
  done: (id) => io.call("take out of the outbox", () => void db.outbox.delete(id)),
});

export const leaveIn =
  (db: Database, io: Io) =>
  (message: OutboxMessage): Promise<void> =>
    io.call("leave in the outbox", () => void db.outbox.set(message.id, JSON.stringify(message)));

export const someTokens = (db: Database, io: Io): TokenStore => ({
  keep: (episodeId, ladder, token) =>
    io.call("keep a token", () => void db.tokens.set(`token#${episodeId}#${ladder}`, token)),
  find: (episodeId, ladder) => io.call("find a token", () => db.tokens.get(`token#${episodeId}#${ladder}`)),
});
