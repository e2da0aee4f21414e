import { openWorkflows } from "../adapters/dynamo/open-workflows.ts";
import { schedule } from "../shell/schedule.ts";
import { common } from "../shell/wiring.ts";
import { withWorkflow } from "../shell/with-workflow.ts";
import { sweepOutbox } from "./sweep-outbox.ts";

const buildDeps = () => {
  const base = withWorkflow(common());
  return { ...base, openWorkflows: openWorkflows(base.dynamo, base.env.tables) };
};

export const handler = schedule(buildDeps, sweepOutbox);
