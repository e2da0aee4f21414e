import * as z from "zod";
import { sesReceiptSchema } from "../reading/compact/trust/trust.ts";

const jsonOf = <T>(schema: z.ZodType<T>) =>
  z.string().transform((text, context) => {
    try {
      return schema.parse(JSON.parse(text));
    } catch {
      context.addIssue("not the JSON that SES announces a mail with");
      return z.NEVER;
    }
  });

const notificationSchema = z.object({
  notificationType: z.literal("Received"),
  mail: z.object({ messageId: z.string().min(1) }),
  receipt: sesReceiptSchema,
});

/** An SQS body: SNS's envelope around SES's notification of a received mail. */
export const announcementSchema = jsonOf(z.object({ Message: jsonOf(notificationSchema) }));
