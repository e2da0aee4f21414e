import { type Answer, seeOther } from "../../../core/web/answer.ts";
import type { StaffVisit } from "../../../core/web/visit.ts";
import type { Console } from "../../console.ts";
import { notFound } from "../not-found.ts";
import { everWaited } from "./waiting.ts";

/** Sends the browser to the file itself, by an address that is good for a minute. It is never shown here. */
export const attachment = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const { mailId = "", file = "" } = visit.params;
  const entry = await console.waitingMails.entry(mailId);
  const link = entry && everWaited(entry) ? await console.waitingMails.link(entry, file) : undefined;
  return link === undefined ? notFound(visit, visit.session, console) : { ...seeOther(link), status: 302 };
};
