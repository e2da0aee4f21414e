import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { type AttributeValue, paginateScan } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, paginateListObjectsV2 } from "@aws-sdk/client-s3";
import { rawPrefix } from "../../../infra/names.ts";
import { projectRoot } from "../../host/paths.ts";
import { badArgument } from "../../lab/errors.ts";
import type { Deployed } from "../../lab/stack/stacks.ts";
import type { RecoveryClients } from "./clients.ts";
import { sumOf } from "./copy-sums.ts";

export type Left = { authority: string; folder: string; mails: number; rows: Record<string, number> };

type Written = { file: string; sha256: string };

const plain = (value: AttributeValue): unknown => {
  if (value.N !== undefined) return Number(value.N);
  if (value.L) return value.L.map(plain);
  return value.S ?? value.BOOL ?? null;
};

/** A row as anybody can read it: what it holds is JSON, and not JSON in a text. */
const readable = (item: Record<string, AttributeValue>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => [
      name,
      name === "body" && value.S !== undefined ? JSON.parse(value.S) : plain(value),
    ]),
  );

const emptyFolder = (wanted: string): string => {
  const folder = resolve(wanted);
  if (!relative(projectRoot, folder).startsWith(".."))
    throw badArgument(`${folder} lies in this repository, where no child's data may be: take another.`);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw badArgument(`${folder} is not empty: take another, so that nothing of it is mistaken for a copy.`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
};

/** Everything of the record as plain files, with a list of what each must hash to. */
export const leave = async (
  wanted: string,
  { dynamo, s3 }: Pick<RecoveryClients, "dynamo" | "s3">,
  { authority, outputs, tables }: Deployed,
): Promise<Left> => {
  const folder = emptyFolder(wanted);
  const written: Written[] = [];
  const put = (file: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, file), content, { mode: 0o600 });
    written.push({ file, sha256: sumOf(content) });
  };
  const rows: Record<string, number> = {};
  for (const [name, TableName] of Object.entries(tables)) {
    const lines: string[] = [];
    for await (const page of paginateScan({ client: dynamo }, { TableName, ConsistentRead: true }))
      lines.push(...(page.Items ?? []).map((item) => `${JSON.stringify(readable(item))}\n`));
    put(`${name}.jsonl`, lines.join(""));
    rows[name] = lines.length;
  }
  mkdirSync(join(folder, "mails"), { mode: 0o700 });
  let mails = 0;
  const Bucket = outputs.RawBucketName;
  for await (const page of paginateListObjectsV2({ client: s3 }, { Bucket, Prefix: rawPrefix }))
    for (const { Key = "" } of page.Contents ?? []) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      put(join("mails", `${basename(Key)}.eml`), (await Body?.transformToByteArray()) ?? new Uint8Array());
      mails += 1;
    }
  writeFileSync(join(folder, "SHA256SUMS"), written.map((w) => `${w.sha256}  ${w.file}\n`).join(""));
  return { authority, folder, mails, rows };
};
