import type { Table } from "aws-cdk-lib/aws-dynamodb";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import { type Access, access } from "../access.ts";
import type { FunctionName } from "../functions.ts";
import { rawPrefix } from "../names.ts";
import type { SafeFunction } from "./safe-function.ts";
import type { Tables } from "./tables.ts";

const readItems = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"];
const writeItems = [
  ...readItems,
  "dynamodb:PutItem",
  "dynamodb:UpdateItem",
  "dynamodb:DeleteItem",
  "dynamodb:ConditionCheckItem",
];
const readEvents = ["dynamodb:GetItem", "dynamodb:Query"];
const appendEvents = [...readEvents, "dynamodb:PutItem"];

const workflowActions = {
  start: ["states:StartExecution"],
  answer: ["states:SendTaskSuccess", "states:SendTaskFailure"],
};

export type Grantable = {
  key: IKey;
  tables: Tables;
  bucket: Bucket;
  stateMachineArn: string;
  /** The sender's identity and the configuration set its mails go through. */
  sender: { arns: string[]; from: string };
};

const onTable = (table: Table): string[] => [table.tableArn, `${table.tableArn}/index/ByDue`];

const grantTables = (fn: SafeFunction, wanted: Access, { tables }: Grantable): void => {
  if (wanted.ledger) fn.may(writeItems, onTable(tables.ledger));
  if (wanted.episodes) fn.may(writeItems, onTable(tables.episodes));
  if (wanted.outbox) fn.may(writeItems, [tables.outbox.tableArn]);
  if (wanted.events) fn.may(wanted.events === "append" ? appendEvents : readEvents, [tables.events.tableArn]);
};

/** Gives a function what `access.ts` says and nothing else. */
export const grantAccess = (name: FunctionName, fn: SafeFunction, to: Grantable): void => {
  const wanted = access[name];
  to.key.grantEncryptDecrypt(fn.role);
  grantTables(fn, wanted, to);
  if (wanted.raw === "read") fn.may(["s3:GetObject"], [to.bucket.arnForObjects(`${rawPrefix}*`)]);
  if (wanted.raw === "list")
    fn.may(["s3:ListBucket"], [to.bucket.bucketArn], { StringLike: { "s3:prefix": `${rawPrefix}*` } });
  for (const use of wanted.workflow ?? []) fn.may(workflowActions[use], [to.stateMachineArn]);
  if (wanted.mail)
    fn.may(["ses:SendRawEmail"], to.sender.arns, { StringEquals: { "ses:FromAddress": to.sender.from } });
};
