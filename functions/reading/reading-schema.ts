import * as z from "zod";
import { parseResultSchema } from "../domain/compact/compact-schema.ts";
import { disputeSchema } from "../domain/compact/dispute.ts";
import type { Reading } from "./reading.ts";

const text = z.string().exactOptional();

/** A reading that another function hands over. */
export const readingSchema: z.ZodType<Reading> = z.object({
  result: parseResultSchema,
  mail: z.object({
    from: text,
    date: text,
    messageId: text,
    subject: text,
    digest: z.string().min(1),
    documents: z.array(z.string()).exactOptional(),
    force: text,
    trusted: z.boolean(),
    automatic: z.boolean(),
    doubt: text,
    disputes: z.array(disputeSchema).exactOptional(),
  }),
  shown: z
    .object({
      text: z.string(),
      isCut: z.boolean(),
      files: z.array(z.object({ name: z.string(), bytes: z.number(), digest: z.string() })),
      disputes: z.array(disputeSchema),
    })
    .exactOptional(),
});
