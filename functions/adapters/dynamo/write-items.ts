import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { OFFICE } from "../../core/ports/office.ts";
import type { EpisodeRow } from "../../core/ports/stored-episode.ts";
import type { LedgerEntry, Write } from "../../core/ports/writes.ts";
import { body, type Item, N, S } from "./item.ts";
import type { Tables } from "./tables.ts";

/** After every instant: sorts a row with nothing due to the end of its index. */
export const NEVER = "9999";

const episodeItem = (row: EpisodeRow): Item => ({
  pk: S(row.episodeId),
  version: N(row.version),
  open: S(row.status === "closed" || row.status === "cancelled" ? "closed" : "episode"),
  dueAt: S(row.nextRungAt ?? NEVER),
  body: body(row),
});

/** A mail of which nothing is known but that it is there. */
export const UNACCOUNTED = "unaccounted";

/**
 * What of a mail is still to be done, and so in the index: a notice is of one that waits for nobody, and that a person
 * is told of once. Most mails are in no index but their force's: nobody asks for them.
 */
const openAs = ({ outcome, alertAt }: LedgerEntry): Item => {
  if (outcome === "quarantined") return { open: S("quarantine") };
  return alertAt === undefined ? {} : { open: S("notice") };
};

const timesTakenOff = ({ takenOff = [] }: LedgerEntry): Item =>
  takenOff.length > 0 ? { takenOff: N(takenOff.length) } : {};

/** Whoever decides about a mail, or takes it off an episode, has seen how often it was taken off before. */
const seenTakenOff = ({ takenOff = [] }: LedgerEntry): { condition: string; values: Item } =>
  takenOff.length > 0
    ? { condition: "takenOff = :taken", values: { ":taken": N(takenOff.length) } }
    : { condition: "attribute_not_exists(takenOff)", values: {} };

const ledgerItem = (entry: LedgerEntry): Item => ({
  mailId: S(entry.mailId),
  ...openAs(entry),
  dueAt: S(entry.alertAt ?? NEVER),
  ...(entry.force === undefined ? {} : { force: S(entry.force), receivedAt: S(entry.receivedAt) }),
  told: N(0),
  withoutReceipt: { BOOL: entry.reasons.includes("no-receipt") },
  ...timesTakenOff(entry),
  body: body(entry),
});

/** Among the episodes' rows, under the digest of what stands in the mail. */
export const linkKey = (link: string): string => `link#${link}`;

const versioned = (expected: number) =>
  expected === 0
    ? { ConditionExpression: "attribute_not_exists(pk)" }
    : {
        ConditionExpression: "#v = :expected",
        ExpressionAttributeNames: { "#v": "version" },
        ExpressionAttributeValues: { ":expected": N(expected) },
      };

/** One write as DynamoDB's transaction takes it, with the condition that makes it safe to try twice. */
export const writeItem = (write: Write, tables: Tables): TransactWriteItem => {
  switch (write.kind) {
    case "event": {
      const { episodeId, seq } = write.event;
      return {
        Put: {
          TableName: tables.events,
          Item: { episodeId: S(episodeId), seq: N(seq), body: body(write.event) },
          ConditionExpression: "attribute_not_exists(episodeId)",
        },
      };
    }
    case "episode":
      return {
        Put: {
          TableName: tables.episodes,
          Item: episodeItem(write.row),
          ...versioned(write.expectedVersion),
        },
      };
    case "office": {
      const { version } = write.row;
      const Item = { pk: S(OFFICE), version: N(version), body: body(write.row) };
      return { Put: { TableName: tables.episodes, Item, ...versioned(write.expectedVersion) } };
    }
    case "facts": {
      const { month, episodeId } = write.row;
      const Item = { part: S(month), id: S(episodeId), body: body(write.row) };
      return { Put: { TableName: tables.returns, Item } };
    }
    case "facts-left": {
      const Key = { part: S(write.month), id: S(write.episodeId) };
      return { Delete: { TableName: tables.returns, Key } };
    }
    case "child": {
      const { key, version } = write.row;
      const Item = { pk: S(key), version: N(version), body: body(write.row) };
      return { Put: { TableName: tables.episodes, Item, ...versioned(write.expectedVersion) } };
    }
    case "outbox": {
      const { message, at } = write;
      return {
        Put: { TableName: tables.outbox, Item: { id: S(message.id), at: S(at), body: body(message) } },
      };
    }
    case "rung-sent":
      return { Put: { TableName: tables.episodes, Item: { pk: S(write.claim), until: S(NEVER) } } };
    case "link":
      return {
        Put: { TableName: tables.episodes, Item: { pk: S(linkKey(write.link)), body: body(write.opens) } },
      };
    case "ledger":
      return {
        Put: {
          TableName: tables.ledger,
          Item: ledgerItem(write.entry),
          ConditionExpression: "attribute_not_exists(mailId) OR withoutReceipt = :true",
          ExpressionAttributeValues: { ":true": { BOOL: true } },
        },
      };
    case "unannounced":
      return {
        Put: {
          TableName: tables.ledger,
          Item: ledgerItem(write.entry),
          ConditionExpression: "#open = :unaccounted",
          ExpressionAttributeNames: { "#open": "open" },
          ExpressionAttributeValues: { ":unaccounted": S(UNACCOUNTED) },
        },
      };
    case "decided": {
      // Once a person has decided, a receipt that comes late changes nothing any more.
      const Item = {
        ...ledgerItem(write.entry),
        open: S("decided"),
        dueAt: S(NEVER),
        withoutReceipt: { BOOL: false },
      };
      const seen = seenTakenOff(write.entry);
      return {
        Put: {
          TableName: tables.ledger,
          Item,
          ConditionExpression: `#open = :waiting AND ${seen.condition}`,
          ExpressionAttributeNames: { "#open": "open" },
          ExpressionAttributeValues: { ":waiting": S("quarantine"), ...seen.values },
        },
      };
    }
    case "waits-again": {
      const { was, entry } = write;
      const waited = was.outcome === "quarantined" && was.decision === undefined;
      const seen = seenTakenOff(was);
      return {
        Put: {
          TableName: tables.ledger,
          // A receipt that comes late changes nothing any more of what people decided about.
          Item: { ...ledgerItem(entry), withoutReceipt: { BOOL: false } },
          ConditionExpression: `attribute_exists(mailId) AND ${waited ? "#open = :waiting" : "(attribute_not_exists(#open) OR #open <> :waiting)"} AND ${seen.condition}`,
          ExpressionAttributeNames: { "#open": "open" },
          ExpressionAttributeValues: { ":waiting": S("quarantine"), ...seen.values },
        },
      };
    }
    case "asked":
      return {
        Update: {
          TableName: tables.ledger,
          Key: { mailId: S(write.mailId) },
          UpdateExpression: "SET asked = list_append(if_not_exists(asked, :none), :one)",
          ConditionExpression: "#open = :waiting",
          ExpressionAttributeNames: { "#open": "open" },
          ExpressionAttributeValues: {
            ":none": { L: [] },
            ":one": { L: [body(write.asked)] },
            ":waiting": S("quarantine"),
          },
        },
      };
    case "came-again":
      return {
        Update: {
          TableName: tables.ledger,
          Key: { mailId: S(write.mailId) },
          UpdateExpression: "SET cameAgain = :true",
          ConditionExpression: "#open = :waiting AND attribute_not_exists(cameAgain)",
          ExpressionAttributeNames: { "#open": "open" },
          ExpressionAttributeValues: { ":true": { BOOL: true }, ":waiting": S("quarantine") },
        },
      };
    case "digest":
      return {
        Put: {
          TableName: tables.ledger,
          Item: { mailId: S(`digest#${write.digest}`), body: body(write.mailId) },
          ...(write.instead === undefined
            ? { ConditionExpression: "attribute_not_exists(mailId)" }
            : {
                ConditionExpression: "#body = :instead",
                ExpressionAttributeNames: { "#body": "body" },
                ExpressionAttributeValues: { ":instead": body(write.instead) },
              }),
        },
      };
  }
};
