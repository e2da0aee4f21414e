import { InvokeCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import { inOurWords } from "./vendor-errors.ts";

/** Hands another of our functions something to do, and waits for no answer: Lambda tries it again where it fails. */
export const tellFunction =
  (client: LambdaClient, { name, functionArn }: { name: string; functionArn: string }) =>
  async (request: object): Promise<void> => {
    const invoke = new InvokeCommand({
      FunctionName: functionArn,
      InvocationType: "Event",
      Payload: JSON.stringify(request),
    });
    await inOurWords(`telling the ${name}`, () => client.send(invoke));
  };
