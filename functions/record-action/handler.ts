import * as z from "zod";
import { heard } from "../shell/heard.ts";
import { task } from "../shell/task.ts";
import { common } from "../shell/wiring.ts";
import { withWorkflow } from "../shell/with-workflow.ts";
import { type Recorded, recordAction } from "./record-action.ts";
import { type OfficeAnswer, officeRequestSchema, recordOffice } from "./record-office.ts";
import { actionRequestSchema } from "./request.ts";

export const handler = task(
  z.union([actionRequestSchema, officeRequestSchema]),
  () => withWorkflow(common()),
  async (asked, deps): Promise<Recorded | OfficeAnswer> => {
    const request = heard(asked, deps.env);
    return "office" in request ? recordOffice(request, deps) : recordAction(request, deps);
  },
);
