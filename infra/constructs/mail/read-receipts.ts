import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { SafeFunction } from "../functions/safe-function.ts";

const actions = [
  "sqs:ReceiveMessage",
  "sqs:DeleteMessage",
  "sqs:GetQueueAttributes",
  "sqs:ChangeMessageVisibility",
];

/** A flood of strangers' mails waits in the queue and leaves the account's functions to what keeps deadlines. */
const MOST_READERS = 5;

/**
 * One mail at a time: a mail that hangs or kills its reader takes no other with it. Not SqsEventSource: it would give
 * the function the key for everything, where `grant-access.ts` gives it for this queue.
 */
export const readReceipts = (reader: SafeFunction, queue: Queue): void => {
  reader.may(actions, [queue.queueArn]);
  reader.live.addEventSourceMapping("Receipts", {
    eventSourceArn: queue.queueArn,
    batchSize: 1,
    maxConcurrency: MOST_READERS,
    reportBatchItemFailures: true,
  });
};
