import * as z from "zod";
import { task } from "../shell/task.ts";
import { common } from "../shell/wiring.ts";
import { withWorkflow } from "../shell/with-workflow.ts";
import { recordAction } from "./record-action.ts";

const input = z.object({
  id: z.string(),
  reference: z.string(),
  action: z.string(),
  by: z.string(),
  at: z.string().optional(),
  data: z.unknown(),
});

export const handler = task(input, () => withWorkflow(common()), recordAction);
