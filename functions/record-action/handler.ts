import * as z from "zod";
import type { Acknowledged } from "../core/ports/acknowledgements.ts";
import { heard } from "../shell/heard.ts";
import { task } from "../shell/task.ts";
import { common } from "../shell/wiring.ts";
import { withWorkflow } from "../shell/with-workflow.ts";
import { acknowledge, acknowledgingSchema } from "./acknowledge.ts";
import { type Recorded, recordAction } from "./record-action.ts";
import { type OfficeAnswer, officeRequestSchema, recordOffice } from "./record-office.ts";
import { actionRequestSchema } from "./request.ts";

export const handler = task(
  z.union([actionRequestSchema, officeRequestSchema, acknowledgingSchema]),
  () => withWorkflow(common()),
  async (asked, deps): Promise<Recorded | OfficeAnswer | Acknowledged> => {
    if ("acknowledge" in asked) return acknowledge(asked.acknowledge, deps);
    const request = heard(asked, deps.env);
    return "office" in request ? recordOffice(request, deps) : recordAction(request, deps);
  },
);
