import type { Context, SQSEvent } from "aws-lambda";

const isOfQueue = (event: unknown): event is SQSEvent =>
  typeof event === "object" && event !== null && "Records" in event;

/** A Lambda handler for a queue that other functions ask as well: what holds no records is a request. */
export const queueOr =
  <Q, R>(
    fromQueue: (event: SQSEvent, context: Context) => Promise<Q>,
    request: (event: unknown) => Promise<R>,
  ) =>
  (event: unknown, context: Context): Promise<Q | R> =>
    isOfQueue(event) ? fromQueue(event, context) : request(event);
