import { schedule } from "../shell/schedule.ts";
import { common } from "../shell/wiring.ts";
import { withWorkflow } from "../shell/with-workflow.ts";
import { sweepOutbox } from "./sweep-outbox.ts";

export const handler = schedule(() => withWorkflow(common()), sweepOutbox);
