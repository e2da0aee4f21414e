import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import {
  type AttributeValue,
  type DynamoDBClient,
  PutItemCommand,
  ScanCommand,
} from "@aws-sdk/client-dynamodb";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import * as z from "zod";
import { rawPrefix } from "../../../infra/names.ts";
import { LabError } from "../../lab/errors.ts";
import type { Deployed } from "../../lab/stack/stacks.ts";
import type { RecoveryClients } from "./clients.ts";
import { brokenCopies } from "./copy-sums.ts";

export type Arrived = { authority: string; mails: number; rows: Record<string, number> };

const AT_ONCE = 16;

const attribute = (value: unknown): AttributeValue => {
  if (typeof value === "string") return { S: value };
  if (typeof value === "number") return { N: String(value) };
  if (typeof value === "boolean") return { BOOL: value };
  if (Array.isArray(value)) return { L: value.map(attribute) };
  return { NULL: true };
};

const rowSchema = z.record(z.string(), z.unknown());

/** A row as `leave` wrote it, as it was in its table. */
const itemOf = (line: string): Record<string, AttributeValue> =>
  Object.fromEntries(
    Object.entries(rowSchema.parse(JSON.parse(line))).map(([name, value]) => [
      name,
      name === "body" && typeof value !== "string" ? { S: JSON.stringify(value) } : attribute(value),
    ]),
  );

const inTurns = async <T>(all: readonly T[], one: (item: T) => Promise<unknown>): Promise<void> => {
  for (let from = 0; from < all.length; from += AT_ONCE)
    await Promise.all(all.slice(from, from + AT_ONCE).map(one));
};

const isEmpty = async (client: DynamoDBClient, TableName: string): Promise<boolean> =>
  (await client.send(new ScanCommand({ TableName, Limit: 1 }))).Items?.length === 0;

/**
 * The record as `leave` copied it, put into a deployment that has none: in another region, or another account. Rows
 * first, so that no mail that lies there is taken for one nobody accounted for.
 */
export const arrive = async (
  folder: string,
  { dynamo, s3 }: Pick<RecoveryClients, "dynamo" | "s3">,
  { authority, outputs, tables }: Deployed,
): Promise<Arrived> => {
  const broken = brokenCopies(folder);
  if (broken.length > 0)
    throw new LabError(`Nothing was put in: ${broken.join(", ")} of ${folder} is not what SHA256SUMS says.`);
  for (const table of [tables.events, tables.ledger])
    if (!(await isEmpty(dynamo, table)))
      throw new LabError(
        `Nothing was put in: ${table} has rows already, and a copy goes into an empty record only.`,
      );
  const rows: Record<string, number> = {};
  for (const [name, TableName] of Object.entries(tables)) {
    const lines = readFileSync(join(folder, `${name}.jsonl`), "utf8")
      .split("\n")
      .filter(Boolean);
    await inTurns(lines, (line) => dynamo.send(new PutItemCommand({ TableName, Item: itemOf(line) })));
    rows[name] = lines.length;
  }
  const mails = readdirSync(join(folder, "mails"));
  await inTurns(mails, (file) =>
    s3.send(
      new PutObjectCommand({
        Bucket: outputs.RawBucketName,
        Key: `${rawPrefix}${basename(file, ".eml")}`,
        Body: readFileSync(join(folder, "mails", file)),
      }),
    ),
  );
  return { authority, mails: mails.length, rows };
};
