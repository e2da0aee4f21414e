import type { Table } from "aws-cdk-lib/aws-dynamodb";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import { type Access, access } from "../../access.ts";
import type { FunctionName } from "../../functions.ts";
import { rawPrefix, sheetPrefix, shownPrefix } from "../../names.ts";
import type { Tables } from "../tables.ts";
import type { SafeFunction } from "./safe-function.ts";

const readEvents = ["dynamodb:GetItem", "dynamodb:Query"];
const writeOutbox = ["dynamodb:PutItem", "dynamodb:DeleteItem"];
/** What DynamoDB, S3 and SQS ask of the key in the function's name. */
const useKey = ["kms:Decrypt", "kms:Encrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"];
const actions = {
  ledger: {
    look: ["dynamodb:Query"],
    read: ["dynamodb:GetItem", "dynamodb:Query"],
    write: [
      "dynamodb:GetItem",
      "dynamodb:BatchGetItem",
      "dynamodb:Query",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
    ],
  },
  events: { read: readEvents, append: [...readEvents, "dynamodb:PutItem"] },
  episodes: {
    read: ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"],
    write: ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:PutItem"],
  },
  sessions: {
    write: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"],
    bySubject: ["dynamodb:Query"],
  },
  outbox: { write: writeOutbox, sweep: [...writeOutbox, "dynamodb:Scan"] },
  workflow: {
    start: ["states:StartExecution"],
    answer: ["states:SendTaskSuccess"],
    look: ["states:DescribeExecution"],
  },
};

export type Grantable = {
  key: IKey;
  tables: Tables;
  bucket: Bucket;
  stateMachineArn: string;
  executionsArn: string;
  liveArnOf: (name: FunctionName) => string;
  /** The console's own key, with which it shows who it is at sign-in. */
  signingKey: IKey;
  /** The sender's identity and the configuration set its mails go through. */
  sender: { arns: string[]; from: string };
};

const onTable = (table: Table): string[] => [table.tableArn, `${table.tableArn}/index/ByDue`];
const byForce = (table: Table): string => `${table.tableArn}/index/ByForce`;

const grantTables = (fn: SafeFunction, wanted: Access, { tables }: Grantable): void => {
  if (wanted.ledger === "look") fn.may(actions.ledger.look, [byForce(tables.ledger)]);
  if (wanted.ledger === "read" || wanted.ledger === "write")
    fn.may(actions.ledger[wanted.ledger], onTable(tables.ledger));
  if (wanted.episodes) fn.may(actions.episodes[wanted.episodes], onTable(tables.episodes));
  if (wanted.outbox) fn.may(actions.outbox[wanted.outbox], [tables.outbox.tableArn]);
  if (wanted.events) fn.may(actions.events[wanted.events], [tables.events.tableArn]);
};

/** Gives a function what `access.ts` says and nothing else. */
export const grantAccess = (name: FunctionName, fn: SafeFunction, to: Grantable): void => {
  const wanted: Access = access[name];
  to.key.grant(fn.role, ...useKey);
  grantTables(fn, wanted, to);
  if (wanted.raw === "read") fn.may(["s3:GetObject"], [to.bucket.arnForObjects(`${rawPrefix}*`)]);
  if (wanted.shown) fn.may(["s3:PutObject", "s3:GetObject"], [to.bucket.arnForObjects(`${shownPrefix}*`)]);
  if (wanted.sheet) fn.may(["s3:PutObject"], [to.bucket.arnForObjects(`${sheetPrefix}*`)]);
  if (wanted.raw === "list")
    fn.may(["s3:ListBucket"], [to.bucket.bucketArn], { StringLike: { "s3:prefix": `${rawPrefix}*` } });
  for (const use of wanted.workflow ?? [])
    fn.may(actions.workflow[use], [use === "look" ? to.executionsArn : to.stateMachineArn]);
  const called = [...(wanted.asks ?? []), ...(wanted.tells ?? [])];
  if (called.length > 0) fn.may(["lambda:InvokeFunction"], called.map(to.liveArnOf));
  if (wanted.sessions) {
    fn.may(actions.sessions[wanted.sessions], [to.tables.sessions.tableArn]);
    fn.may(actions.sessions.bySubject, [`${to.tables.sessions.tableArn}/index/BySubject`]);
  }
  // Beside whoever is signed in, and never in place of them.
  if (wanted.answers)
    fn.may(["dynamodb:PutItem"], [to.tables.sessions.tableArn], {
      "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["answer#*"] },
    });
  if (wanted.signs) fn.may(["kms:Sign"], [to.signingKey.keyArn]);
  if (wanted.mail)
    fn.may(["ses:SendRawEmail"], to.sender.arns, { StringEquals: { "ses:FromAddress": to.sender.from } });
};
