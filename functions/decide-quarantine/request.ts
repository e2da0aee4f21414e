import { randomUUID } from "node:crypto";
import * as z from "zod";

/** What the lab and the console send. Loose on purpose: what is wrong with it is refused in a sentence. */
export const decisionRequestSchema = z.object({
  /** Same request, same id: decided once however often it is sent. */
  id: z.string().default(randomUUID),
  mailId: z.string(),
  decision: z.string(),
  by: z.string(),
  reason: z.string().optional(),
  /** Of the episode a mail is attached to. */
  reference: z.string().optional(),
  /** Of a release: the corrected fields. */
  data: z.unknown().optional(),
});

export type DecisionRequest = z.output<typeof decisionRequestSchema>;
