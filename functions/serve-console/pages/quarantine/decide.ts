import { type Answer, seeOther } from "../../../core/web/answer.ts";
import type { StaffVisit } from "../../../core/web/visit.ts";
import { actorOf } from "../../../domain/console/actor.ts";
import type { Console } from "../../console.ts";
import { notFound } from "../not-found.ts";
import { formPage, wrongIn } from "./form-page.ts";
import { pathOf } from "./list.ts";
import { formWaits, unlessSlow } from "./reading.ts";
import { everWaited, waitingMail } from "./waiting.ts";
import { ways } from "./ways.ts";

/** Made by the form, so that the same form sent twice decides once. */
const ID = /^[0-9a-f-]{36}$/;

/** The mail and the way the path names; an answer where there is nothing to decide. */
const asked = async (visit: StaffVisit, console: Console) => {
  const { mailId = "", way: name = "" } = visit.params;
  const way = Object.hasOwn(ways, name) ? ways[name] : undefined;
  const entry = await console.waitingMails.entry(mailId);
  if (!way || !entry || !everWaited(entry)) return notFound(visit, visit.session, console);
  if (entry.decision) return seeOther(pathOf(mailId));
  const waiting = await unlessSlow(waitingMail(entry, console));
  const typed = visit.method === "POST" ? visit.form : visit.typed;
  return waiting ? { name, way, waiting } : formWaits(visit, { title: way.title, typed }, console);
};

export const decisionForm = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const found = await asked(visit, console);
  if ("status" in found) return found;
  return formPage({ ...found, typed: visit.typed ?? new URLSearchParams() }, visit, console);
};

/** Takes what was typed, and sends it on its way: how it went is shown on a page of its own. */
export const decide = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const { form, session, params } = visit;
  const id = form.get("id") ?? "";
  const { mailId = "", way: name = "" } = params;
  const entry = await console.waitingMails.entry(mailId);
  // The same form again, and it is done already.
  if (entry?.decision?.id === id) return seeOther(pathOf(mailId));
  const found = await asked(visit, console);
  if ("status" in found) return found;
  if (form.has("more")) {
    const typed = new URLSearchParams([...form].filter(([field]) => field !== "more"));
    typed.set("all", "yes");
    return formPage({ ...found, typed }, visit, console);
  }
  const said = found.way.said(form, found.waiting);
  if (!said.ok || !ID.test(id)) {
    const wrong = said.ok ? [{ text: "The form was too old. Send it again.", ids: [] }] : wrongIn(said.error);
    return { ...(await formPage({ ...found, typed: form, wrong }, visit, console)), status: 422 };
  }
  const { staff } = session;
  const path = `${pathOf(mailId)}/${name}`;
  await console.sessions.park(id, { subject: staff.subject, path, body: form.toString() }, visit.now);
  await console.waitingMails.decide({
    id,
    mailId,
    decision: name,
    channel: "console",
    actor: actorOf(staff),
    ...said.value,
  });
  return seeOther(`${pathOf(mailId)}/deciding/${id}`);
};
