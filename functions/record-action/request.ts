import { randomUUID } from "node:crypto";
import * as z from "zod";
import { actorSchema } from "../domain/console/actor.ts";

/** What the lab and the console send. Without an id of the caller's, a request sent again is another request. */
export const actionRequestSchema = z.strictObject({
  /** Same request, same id: recorded once however often it is sent. */
  id: z.string().default(randomUUID),
  reference: z.string(),
  action: z.string(),
  /** Who signed in; from the lab alone, `by` in words of its own. */
  channel: z.string().optional(),
  actor: actorSchema.optional(),
  by: z.string().optional(),
  at: z.string().optional(),
  data: z.unknown().optional(),
  /** The last event of the episode that the person saw. */
  ifSeq: z.int().nonnegative().optional(),
});

export type ActionRequest = z.output<typeof actionRequestSchema>;
