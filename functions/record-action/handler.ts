import { task } from "../shell/task.ts";
import { common } from "../shell/wiring.ts";
import { withWorkflow } from "../shell/with-workflow.ts";
import { recordAction } from "./record-action.ts";
import { actionRequestSchema } from "./request.ts";

export const handler = task(actionRequestSchema, () => withWorkflow(common()), recordAction);
