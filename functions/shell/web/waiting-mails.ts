import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { LambdaClient } from "@aws-sdk/client-lambda";
import * as z from "zod";
import { askFunction } from "../../adapters/ask-function.ts";
import { decisionAnswers } from "../../adapters/dynamo/decision-answers.ts";
import { ledger } from "../../adapters/dynamo/ledger.ts";
import type { Tables } from "../../adapters/dynamo/tables.ts";
import { tellFunction } from "../../adapters/tell-function.ts";
import type { WaitingMails } from "../../core/ports/waiting-mails.ts";
import { storedMailReader } from "../stored-mail-reader.ts";

export type WaitingMailsEnv = {
  tables: Tables;
  sessionsTable: string;
  mailReaderArn: string;
  decideQuarantineArn: string;
};

/** API Gateway waits 29 seconds: before that a page says itself that the mail is still being read. */
const WITHIN_MS = 20_000;

const linkedSchema = z.object({ url: z.url().exactOptional() });

/** Mails that wait, read and decided about by the functions that may. */
export const waitingMails = (dynamo: DynamoDBClient, env: WaitingMailsEnv): WaitingMails => {
  const lambda = new LambdaClient();
  const own = ledger(dynamo, env.tables);
  const reader = { functionArn: env.mailReaderArn, name: "reader of mails" };
  const read = storedMailReader(lambda, env.mailReaderArn, WITHIN_MS);
  const link = askFunction(lambda, { ...reader, answer: linkedSchema });
  return {
    all: own.quarantined,
    entry: own.entry,
    read: (entry) => read(entry, true),
    link: async ({ mailId }, file) =>
      /^(?:mail|[0-9a-f]{64})$/.test(file) ? (await link({ link: { mailId, file } })).url : undefined,
    decide: tellFunction(lambda, {
      name: "function that decides",
      functionArn: env.decideQuarantineArn,
    }),
    answer: decisionAnswers(dynamo, env.sessionsTable).find,
  };
};
