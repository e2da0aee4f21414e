import type { Table } from "aws-cdk-lib/aws-dynamodb";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Stack } from "aws-cdk-lib/core";
import { type Access, access } from "../../access.ts";
import type { FunctionName } from "../../functions.ts";
import { rawPrefix, sheetPrefix, shownPrefix } from "../../names.ts";
import { accept } from "../accept.ts";
import type { Tables } from "../tables.ts";
import type { SafeFunction } from "./safe-function.ts";

const readEvents = ["dynamodb:GetItem", "dynamodb:Query"];
const writeOutbox = ["dynamodb:PutItem", "dynamodb:DeleteItem"];
/** What DynamoDB asks of the key in the function's name: to read, and besides to write. */
const readTable = ["kms:Decrypt"];
const writeTable = [
  ...readTable,
  "kms:Encrypt",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo",
  "kms:GenerateDataKey",
  "kms:GenerateDataKeyWithoutPlaintext",
];
const actions = {
  ledger: {
    look: ["dynamodb:Query"],
    read: ["dynamodb:GetItem", "dynamodb:Query"],
    note: ["dynamodb:PutItem"],
    again: ["dynamodb:GetItem", "dynamodb:PutItem"],
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
  returns: {
    keep: ["dynamodb:PutItem", "dynamodb:DeleteItem"],
    mend: ["dynamodb:Query", "dynamodb:PutItem", "dynamodb:DeleteItem"],
    read: ["dynamodb:GetItem", "dynamodb:Query"],
    send: ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem"],
  },
  outbox: { write: writeOutbox, sweep: [...writeOutbox, "dynamodb:Scan"] },
  workflow: {
    start: ["states:StartExecution"],
    answer: ["states:SendTaskSuccess"],
    look: ["states:DescribeExecution"],
  },
};

/**
 * AWS's own reference names no resource for SendTaskSuccess ("*" it must be), while the service has been seen to check
 * the machine whose token it is. "*" holds either way, and for a machine that a replaced stack left running; who may
 * be answered is said by the token, which nobody can guess.
 */
const anyMachine = "*";

export type Grantable = {
  key: IKey;
  tables: Tables;
  bucket: Bucket;
  queue: Queue;
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

/** Facts lie under their month; what was sent lies beside them and is nobody's to change. */
const onlyFacts = { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["20*", "open"] } };

const grantTables = (fn: SafeFunction, wanted: Access, { tables }: Grantable): void => {
  if (wanted.ledger === "note" || wanted.ledger === "again")
    fn.may(actions.ledger[wanted.ledger], [tables.ledger.tableArn]);
  if (wanted.ledger === "look") fn.may(actions.ledger.look, [byForce(tables.ledger)]);
  if (wanted.ledger === "read" || wanted.ledger === "write")
    fn.may(actions.ledger[wanted.ledger], onTable(tables.ledger));
  if (wanted.episodes) fn.may(actions.episodes[wanted.episodes], onTable(tables.episodes));
  if (wanted.outbox) fn.may(actions.outbox[wanted.outbox], [tables.outbox.tableArn]);
  if (wanted.returns)
    fn.may(
      actions.returns[wanted.returns],
      [tables.returns.tableArn],
      wanted.returns === "keep" || wanted.returns === "mend" ? onlyFacts : {},
    );
  if (wanted.events) fn.may(actions.events[wanted.events], [tables.events.tableArn]);
};

/** Only through the services it uses, and only for what lies under its tables, the bucket and the queue. */
const grantKey = (fn: SafeFunction, wanted: Access, { key, tables, bucket, queue }: Grantable): void => {
  const { region } = Stack.of(fn);
  const use = (service: string, actions: string[], context: Record<string, string | string[]> = {}) =>
    fn.may(actions, [key.keyArn], {
      StringEquals: { "kms:ViaService": `${service}.${region}.amazonaws.com`, ...context },
    });
  const own = {
    ledger: wanted.ledger,
    events: wanted.events,
    episodes: wanted.episodes,
    outbox: wanted.outbox,
    returns: wanted.returns,
    sessions: wanted.sessions ?? wanted.answers,
  };
  const used = (Object.keys(own) as (keyof typeof own)[]).filter((name) => own[name] !== undefined);
  const name = "kms:EncryptionContext:aws:dynamodb:tableName";
  const under = (names: typeof used) => ({ [name]: names.map((one) => tables[one].tableName) });
  const read = used.filter((one) => own[one] === "read" || own[one] === "look");
  const written = used.filter((one) => !read.includes(one));
  if (read.length > 0) use("dynamodb", readTable, under(read));
  if (written.length > 0) use("dynamodb", writeTable, under(written));
  // It has no context: it says of a key what everybody may know.
  if (used.length > 0) use("dynamodb", ["kms:DescribeKey"]);
  const objects = { "kms:EncryptionContext:aws:s3:arn": bucket.bucketArn };
  if (wanted.raw === "read" || wanted.shown) use("s3", ["kms:Decrypt"], objects);
  if (wanted.shown ?? wanted.sheet) use("s3", ["kms:GenerateDataKey"], objects);
  if (wanted.receives) use("sqs", ["kms:Decrypt"], { "kms:EncryptionContext:aws:sqs:arn": queue.queueArn });
};

const acceptPatterns = ({ role }: SafeFunction, { raw, shown, sheet, workflow = [] }: Access): void => {
  const pattern = (resource: string, reason: string) =>
    accept(role, reason, `AwsSolutions-IAM5[Resource::${resource}]`);
  const prefixes = { [rawPrefix]: raw === "read", [shownPrefix]: shown, [sheetPrefix]: sheet };
  for (const [prefix, used] of Object.entries(prefixes))
    if (used)
      pattern(`<RawMailBucket.Arn>/${prefix}*`, "Any mail, file or page under this prefix and no other");
  if (workflow.includes("answer"))
    pattern(anyMachine, "IAM names no resource for it; the token says whose task it is");
  if (workflow.includes("look"))
    pattern(
      "arn:aws:states:<AWS::Region>:<AWS::AccountId>:execution:<EpisodeStateMachine.Name>:*",
      "Every execution of our own machine; their names are made later",
    );
};

/** Gives a function what `access.ts` says and nothing else. */
export const grantAccess = (name: FunctionName, fn: SafeFunction, to: Grantable): void => {
  const wanted: Access = access[name];
  acceptPatterns(fn, wanted);
  grantKey(fn, wanted, to);
  grantTables(fn, wanted, to);
  if (wanted.raw === "read") fn.may(["s3:GetObject"], [to.bucket.arnForObjects(`${rawPrefix}*`)]);
  if (wanted.shown) fn.may(["s3:PutObject", "s3:GetObject"], [to.bucket.arnForObjects(`${shownPrefix}*`)]);
  if (wanted.sheet) fn.may(["s3:PutObject"], [to.bucket.arnForObjects(`${sheetPrefix}*`)]);
  if (wanted.raw === "list")
    fn.may(["s3:ListBucket"], [to.bucket.bucketArn], { StringLike: { "s3:prefix": `${rawPrefix}*` } });
  const on = { start: to.stateMachineArn, look: to.executionsArn, answer: anyMachine };
  for (const use of wanted.workflow ?? []) fn.may(actions.workflow[use], [on[use]]);
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
