import { randomUUID } from "node:crypto";
import * as z from "zod";

/** What the lab and the console send. Without an id of the caller's, a request sent again is another request. */
export const actionRequestSchema = z.strictObject({
  id: z.string().default(randomUUID),
  reference: z.string(),
  action: z.string(),
  by: z.string(),
  at: z.string().optional(),
  data: z.unknown().optional(),
});
