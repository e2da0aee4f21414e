import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import { CfnOutput, type Stack } from "aws-cdk-lib/core";
import { type FunctionName, functionNames, pascal } from "../functions.ts";
import { exportName } from "../names.ts";
import type { SafeFunction } from "./functions/safe-function.ts";
import type { InboundMail } from "./mail/inbound-mail.ts";
import type { Tables } from "./tables.ts";

export type Outputs = {
  mail: InboundMail;
  tables: Tables;
  stateMachine: StateMachine;
  functions: Record<FunctionName, SafeFunction>;
  alarms: ITopic;
  console: { api: string; url: string; signingKey: string };
};

/** What the mail stack takes over from here. */
const exported = new Set(["RawBucketName", "ReceiptTopicArn"]);

/** What the lab, the mail stack and people at a prompt need to find. */
export const addOutputs = (stack: Stack, authority: string, outputs: Outputs): void => {
  const { mail, tables, stateMachine, functions, alarms, console } = outputs;
  const values: Record<string, string> = {
    RawBucketName: mail.bucket.bucketName,
    ReceiptTopicArn: mail.receipts.topicArn,
    IngestQueueUrl: mail.queue.queueUrl,
    IngestDeadLetterQueueUrl: mail.deadLetters.queueUrl,
    LedgerTableName: tables.ledger.tableName,
    EventsTableName: tables.events.tableName,
    EpisodesTableName: tables.episodes.tableName,
    OutboxTableName: tables.outbox.tableName,
    ReturnsTableName: tables.returns.tableName,
    StateMachineArn: stateMachine.stateMachineArn,
    AlarmTopicArn: alarms.topicArn,
    ConsoleApiId: console.api,
    ConsoleAddress: console.url,
    ConsoleSigningKeyArn: console.signingKey,
    // The alias, not the bare function: a name without it would reach code that is not live.
    ...Object.fromEntries(
      functionNames.map((n) => [`${pascal(n)}FunctionName`, functions[n].live.functionArn]),
    ),
  };
  for (const [id, value] of Object.entries(values))
    new CfnOutput(stack, id, exported.has(id) ? { value, exportName: exportName(authority, id) } : { value });
};
