import type { LambdaClient } from "@aws-sdk/client-lambda";
import type { LedgerEntry } from "../append-events/writes.ts";
import type { Reading } from "../parse-compact/reading.ts";
import { readingSchema } from "../parse-compact/reading-schema.ts";
import { askFunction } from "./ask-function.ts";

/**
 * Asks ingest-compact what a mail of the ledger says. It keeps its answer within Lambda's six megabytes; one beyond
 * would be a failure of that function.
 */
export const storedMailReader = (client: LambdaClient, functionArn: string) => {
  const ask = askFunction(client, { name: "reader of mails", functionArn, answer: readingSchema });
  return ({ mailId, receipt, receivedAt }: LedgerEntry): Promise<Reading> =>
    ask({ read: { mailId, receipt, receivedAt } });
};
