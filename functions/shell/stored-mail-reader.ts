import type { LambdaClient } from "@aws-sdk/client-lambda";
import { askFunction } from "../adapters/ask-function.ts";
import type { LedgerEntry } from "../core/ports/writes.ts";
import { type Reading, readingSchema } from "../reading/reading.ts";

/**
 * Asks ingest-compact what a mail of the ledger says. It keeps its answer within Lambda's six megabytes; one beyond
 * would be a failure of that function.
 */
export const storedMailReader = (client: LambdaClient, functionArn: string, withinMs?: number) => {
  const ask = askFunction(client, {
    name: "reader of mails",
    functionArn,
    answer: readingSchema,
    ...(withinMs === undefined ? {} : { withinMs }),
  });
  return ({ mailId, receipt, receivedAt }: LedgerEntry, shows?: true): Promise<Reading> =>
    ask({ read: { mailId, receipt, receivedAt, ...(shows ? { shows } : {}) } });
};
