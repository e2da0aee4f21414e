import { basename } from "node:path";
import { GetQueueAttributesCommand, StartMessageMoveTaskCommand } from "@aws-sdk/client-sqs";
import type { Deployed } from "../../lab/stack/stacks.ts";
import type { RecoveryClients } from "./clients.ts";

/** Puts every mail that failed five times before ingest-compact again; one accounted for meanwhile is a duplicate. */
export const redrive = async (
  { sqs }: Pick<RecoveryClients, "sqs">,
  { outputs }: Deployed,
): Promise<{ messages: number }> => {
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({
      QueueUrl: outputs.IngestDeadLetterQueueUrl,
      AttributeNames: ["QueueArn", "ApproximateNumberOfMessages"],
    }),
  );
  const { QueueArn: SourceArn = "" } = Attributes;
  // Named outright: SQS forgets where a message came from that somebody put there by hand.
  const DestinationArn = SourceArn.replace(/[^:]+$/, basename(outputs.IngestQueueUrl));
  const messages = Number(Attributes.ApproximateNumberOfMessages);
  if (messages > 0) await sqs.send(new StartMessageMoveTaskCommand({ SourceArn, DestinationArn }));
  return { messages };
};
