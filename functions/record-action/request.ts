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
  /** What it corrects: an event of the episode, or the name of an action, whose last record is meant; and why. */
  instead: z
    .strictObject({ recorded: z.string().trim().min(1), reason: z.string().trim().min(1) })
    .optional(),
  /** The last event of the episode that the person saw. */
  ifSeq: z.int().nonnegative().optional(),
});

export type ActionRequest = z.output<typeof actionRequestSchema>;
