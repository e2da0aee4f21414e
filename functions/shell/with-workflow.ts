import { SFNClient } from "@aws-sdk/client-sfn";
import { outbox } from "../adapters/dynamo/outbox.ts";
import { tokens } from "../adapters/dynamo/tokens.ts";
import { workflow } from "../adapters/workflow.ts";
import { dispatchWith } from "../core/dispatch-outbox/dispatch-outbox.ts";
import { describe, log } from "./log.ts";
import type { common } from "./wiring.ts";

/** The outbox is dispatched right after the commit; what fails is left for the sweep. */
export const withWorkflow = (base: ReturnType<typeof common>) => {
  const { dynamo, env } = base;
  const deps = {
    ...base,
    outbox: outbox(dynamo, env.tables),
    tokens: tokens(dynamo, env.tables),
    workflow: workflow(new SFNClient(), env.stateMachineArn),
    left: (id: string, cause: unknown) => log.warn("left in the outbox", { id, ...describe(cause) }),
  };
  return { ...deps, dispatch: dispatchWith(deps) };
};
