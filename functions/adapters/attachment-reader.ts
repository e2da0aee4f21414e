import { InvokeCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import { type DocumentText, documentTextSchema } from "../domain/compact/document-text.ts";
import { TransientError } from "../domain/errors.ts";
import { inOurWords } from "./vendor-errors.ts";

/** Asks the function that reads attachments. What goes out are two ids; what comes back is the text itself. */
export const attachmentReader =
  (client: LambdaClient, functionArn: string) =>
  (mailId: string) =>
  async (digest: string): Promise<DocumentText> => {
    const { FunctionError, Payload } = await inOurWords("asking the reader of attachments", () =>
      client.send(
        new InvokeCommand({ FunctionName: functionArn, Payload: JSON.stringify({ mailId, digest }) }),
      ),
    );
    const text = Payload ? Buffer.from(Payload).toString("utf8") : "null";
    const read = documentTextSchema.safeParse(FunctionError ? undefined : JSON.parse(text));
    if (!read.success) throw new TransientError("the reader of attachments failed");
    return read.data;
  };
