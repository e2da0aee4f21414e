import * as z from "zod";
import { task } from "../shell/task.ts";
import { common } from "../shell/wiring.ts";
import { withWorkflow } from "../shell/with-workflow.ts";
import { type Recorded, recordAction } from "./record-action.ts";
import { type OfficeAnswer, officeRequestSchema, recordOffice } from "./record-office.ts";
import { actionRequestSchema } from "./request.ts";

export const handler = task(
  z.union([actionRequestSchema, officeRequestSchema]),
  () => withWorkflow(common()),
  async (request, deps): Promise<Recorded | OfficeAnswer> =>
    "office" in request ? recordOffice(request, deps) : recordAction(request, deps),
);
