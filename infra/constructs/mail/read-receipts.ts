import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { SafeFunction } from "../functions/safe-function.ts";

/** One mail at a time: a mail that hangs or kills its reader takes no other with it. */
export const readReceipts = ({ live }: SafeFunction, queue: Queue): void =>
  live.addEventSource(new SqsEventSource(queue, { batchSize: 1, reportBatchItemFailures: true }));
