import type { Parked } from "../../../core/ports/sessions.ts";
import type { DecisionAnswer } from "../../../core/ports/waiting-mails.ts";
import type { LedgerEntry } from "../../../core/ports/writes.ts";
import { type Answer, seeOther } from "../../../core/web/answer.ts";
import type { StaffVisit } from "../../../core/web/visit.ts";
import { html } from "../../../html/html.ts";
import type { Console } from "../../console.ts";
import { staffPage } from "../../frame.ts";
import { notFound } from "../not-found.ts";
import { formPage, wrongOf } from "./form-page.ts";
import { pathOf } from "./list.ts";
import { unlessSlow } from "./reading.ts";
import { waitingMail } from "./waiting.ts";
import { ways } from "./ways.ts";

const parkedFor = async (visit: StaffVisit, console: Console): Promise<Parked | undefined> => {
  const parked = await console.sessions.parked(visit.params.id ?? "", visit.now);
  return parked?.subject === visit.session.staff.subject ? parked : undefined;
};

/** Only whoever sent a form sees what became of it: it holds what they typed. */
export const isTheirDecision = async (visit: StaffVisit, console: Console): Promise<boolean> =>
  (await parkedFor(visit, console)) !== undefined;

const sentences = ({ outcome, faults = [] }: DecisionAnswer): string[] =>
  outcome === "unknown-episode"
    ? ["reference: no episode is known under this reference"]
    : faults.map(({ says }) => says);

/** How often the page has looked already. After some minutes something is wrong, and it says so. */
const LONG = 30;

const wait = (visit: StaffVisit, console: Console): Answer => {
  const { mailId = "", id = "" } = visit.params;
  const looked = Math.min(Number(visit.query.get("looked")) || 0, 1000) + 1;
  const isLong = looked > LONG;
  const again = `${pathOf(mailId)}/deciding/${id}?looked=${looked}`;
  const title = isLong ? "This takes longer than it should" : "Your decision is being carried out";
  const words = isLong
    ? html`<p class="govuk-body">It may still be carried out. If it is not within some minutes, <a class="govuk-link" href="/parked/${id}">go back to your form</a>: everything you typed is in it, and sending it again does nothing twice.</p>`
    : html`<p class="govuk-body">The mail is read once more, which can take a minute. This page looks again by itself.</p>`;
  const page = staffPage(
    {
      title,
      content: html`<h1 class="govuk-heading-l">${title}</h1><div role="status">${words}</div><p class="govuk-body"><a class="govuk-link" href="${again}">Look again now</a></p>`,
    },
    visit,
    console,
  );
  // For ever would keep alive the session of somebody who left.
  if (looked > 2 * LONG) return page;
  const seconds = isLong ? 15 : looked < 4 ? 1 : 4;
  return { ...page, headers: { ...page.headers, refresh: `${seconds}; url=${again}` } };
};

const refused = async (
  answer: DecisionAnswer,
  entry: LedgerEntry,
  visit: StaffVisit,
  console: Console,
): Promise<Answer> => {
  const parked = await parkedFor(visit, console);
  const name = parked?.path.split("/").at(-1) ?? "";
  const way = Object.hasOwn(ways, name) ? ways[name] : undefined;
  if (!parked || !way) return notFound(visit, visit.session, console);
  const waiting = await unlessSlow(waitingMail(entry, console));
  if (!waiting) return wait(visit, console);
  const wrong = wrongOf(sentences(answer), name, waiting);
  return formPage({ waiting, name, way, typed: new URLSearchParams(parked.body), wrong }, visit, console);
};

/** Looks whether it is decided; where it was refused, the form again with everything that was typed. */
export const deciding = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const { mailId = "", id = "" } = visit.params;
  const entry = await console.waitingMails.entry(mailId);
  if (!entry) return notFound(visit, visit.session, console);
  if (entry.decision?.id === id) return seeOther(pathOf(mailId));
  if (entry.asked?.some((one) => one.id === id)) return seeOther(`${pathOf(mailId)}?asked=${id}`);
  const answer = await console.waitingMails.answer(id, visit.now);
  if (!answer) return wait(visit, console);
  const isRefused = answer.outcome === "refused" || answer.outcome === "unknown-episode";
  return isRefused ? refused(answer, entry, visit, console) : seeOther(pathOf(mailId));
};
