import type { LambdaClient } from "@aws-sdk/client-lambda";
import { askFunction } from "../adapters/ask-function.ts";
import { type DocumentText, documentTextSchema } from "../reading/compact/document-text.ts";

/** Asks the function that reads attachments. What goes out are two ids; what comes back is the text itself. */
export const attachmentReader = (client: LambdaClient, functionArn: string) => {
  const ask = askFunction(client, {
    name: "reader of attachments",
    functionArn,
    answer: documentTextSchema,
  });
  return (mailId: string) =>
    (digest: string): Promise<DocumentText> =>
      ask({ mailId, digest });
};
