import { type Answer, seeOther } from "../../../core/web/answer.ts";
import type { StaffVisit } from "../../../core/web/visit.ts";
import { TransientError } from "../../../domain/errors.ts";
import { type Html, html } from "../../../html/html.ts";
import type { Console } from "../../console.ts";
import { staffPage } from "../../frame.ts";

/** How often the second step of a page has been asked for: there the mail is read. None shows at once what is stored. */
const triesOf = ({ query }: StaffVisit): number => Math.min(Number(query.get("read")) || 0, 1_000);

export const isReading = (visit: StaffVisit): boolean => triesOf(visit) > 0;

const TRY_AGAIN_S = 5;
/** A page that looks for ever keeps alive the session of somebody who left. */
const MOST_TRIES = 6;

/** What a page says in place of a mail's words until they come, and how it goes on to them by itself. */
export const untilRead = (visit: StaffVisit): { words: Html; headers: Record<string, string> } => {
  const tries = triesOf(visit);
  const further = new URLSearchParams(visit.query);
  further.set("read", String(tries + 1));
  const to = `${visit.path}?${further}`;
  const words =
    tries > 0
      ? html`<p class="govuk-body" role="status">The mail could not be read just now. <a class="govuk-link" href="${to}">Try again</a></p>`
      : html`<p class="govuk-body" role="status">The mail is read once more. Its words come here in a moment. <a class="govuk-link" href="${to}">Show them</a></p>`;
  const refresh = `${tries > 0 ? TRY_AGAIN_S : 0}; url=${to}`;
  return { words, headers: tries < MOST_TRIES ? { refresh } : {} };
};

/** Undefined where the reader takes too long or fails: everything else there is to show can be shown. */
export const unlessSlow = async <T>(reading: Promise<T>): Promise<T | undefined> => {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof TransientError) return undefined;
    throw error;
  }
};

/** In place of a form that needs the mail: what was typed in it is kept, and comes back with it. */
export const formWaits = async (
  visit: StaffVisit,
  { title, typed }: { title: string; typed?: URLSearchParams | undefined },
  console: Console,
): Promise<Answer> => {
  const id = console.randomId();
  const { subject } = visit.session.staff;
  if (typed)
    await console.sessions.park(id, { subject, path: visit.path, body: typed.toString() }, visit.now);
  if (typed && visit.method === "POST") return seeOther(`/parked/${id}`);
  const to = typed ? `/parked/${id}` : `${visit.path}?${visit.query}`;
  return staffPage(
    {
      title,
      content: html`<h1 class="govuk-heading-l">${title}</h1><p class="govuk-body" role="status">The mail could not be read just now, and this form needs it. Nothing you typed is lost. <a class="govuk-link" href="${to}">Try again</a></p>`,
    },
    visit,
    console,
  );
};
