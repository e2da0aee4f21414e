import { randomUUID } from "node:crypto";
import * as z from "zod";
import { actorSchema, type Who } from "../domain/console/actor.ts";

/** What the lab and the console send. Loose on purpose: what is wrong with it is refused in a sentence. */
export const decisionRequestSchema = z.object({
  /** Same request, same id: decided once however often it is sent. */
  id: z.string().default(randomUUID),
  mailId: z.string(),
  decision: z.string(),
  /** Who signed in; from the lab alone, `by` in words of its own. */
  channel: z.string().optional(),
  actor: actorSchema.optional(),
  by: z.string().optional(),
  reason: z.string().optional(),
  /** Of the episode a mail is attached to. */
  reference: z.string().optional(),
  /** Of a release: the corrected fields. */
  data: z.unknown().optional(),
});

export type DecisionRequest = z.output<typeof decisionRequestSchema>;

/** One whose sender is known. */
export type Deciding = Omit<DecisionRequest, keyof Who> & Who;
