import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import type { Context, SQSEvent, SQSRecord } from "aws-lambda";
import { describe, log } from "./log.ts";

/**
 * A Lambda handler for a queue: one record that fails is tried again alone, and never takes another with it. Where all
 * fail the function itself does, or its alarm for errors would never ring.
 */
export const queue = <D>(buildDeps: () => D, handle: (body: string, deps: D) => Promise<void>) => {
  const processor = new BatchProcessor(EventType.SQS);
  let deps: D | undefined;
  const one = async (record: SQSRecord): Promise<void> => {
    try {
      deps ??= buildDeps();
      await handle(record.body, deps);
    } catch (error) {
      log.error("failed", { record: record.messageId, ...describe(error) });
      throw error;
    }
  };
  return (event: SQSEvent, context: Context) =>
    processPartialResponse(event, one, processor, { context, throwOnFullBatchFailure: true });
};
