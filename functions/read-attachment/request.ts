import * as z from "zod";

export const attachmentRequestSchema = z.object({
  mailId: z.string().min(1),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});
