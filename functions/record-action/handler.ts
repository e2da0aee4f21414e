import * as z from "zod";
import { ledger } from "../adapters/dynamo/ledger.ts";
import type { Acknowledged } from "../core/ports/acknowledgements.ts";
import type { ByHand } from "../core/ports/opening.ts";
import { heard } from "../shell/heard.ts";
import { task } from "../shell/task.ts";
import { common } from "../shell/wiring.ts";
import { withWorkflow } from "../shell/with-workflow.ts";
import { acknowledge, acknowledgingSchema } from "./acknowledge.ts";
import { openByHand, openingRequestSchema } from "./open-by-hand.ts";
import { type Recorded, recordAction } from "./record-action.ts";
import { type OfficeAnswer, officeRequestSchema, recordOffice } from "./record-office.ts";
import { actionRequestSchema } from "./request.ts";

export const handler = task(
  z.union([actionRequestSchema, officeRequestSchema, openingRequestSchema, acknowledgingSchema]),
  () => {
    const base = common();
    return { ...withWorkflow(base), ledger: ledger(base.dynamo, base.env.tables) };
  },
  async (asked, deps): Promise<Recorded | OfficeAnswer | ByHand | Acknowledged> => {
    if ("acknowledge" in asked) return acknowledge(asked.acknowledge, deps);
    const request = heard(asked, deps.env);
    if ("open" in request) return openByHand(request, deps);
    return "office" in request ? recordOffice(request, deps) : recordAction(request, deps);
  },
);
