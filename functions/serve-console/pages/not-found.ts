import type { Session } from "../../core/ports/sessions.ts";
import type { Answer } from "../../core/web/answer.ts";
import type { Visit } from "../../core/web/visit.ts";
import { html } from "../../html/html.ts";
import type { Console } from "../console.ts";
import { openPage, staffPage } from "../frame.ts";

/** The same for what there is not and for what this person may not see: the difference would tell that it is there. */
export const notFound = (
  visit: Visit,
  session: Session | undefined,
  console: Pick<Console, "profile" | "styles">,
): Answer => {
  const title = "Page not found";
  const content = html`<h1 class="govuk-heading-l">${title}</h1><p class="govuk-body">There is no such page, or it is not yours to see. If you followed a link in a mail, ask the coordinator whether the episode is allocated to you or your team.</p><p class="govuk-body"><a class="govuk-link" href="/work">Go to the work list</a></p>`;
  const props = { title, content, status: 404 };
  return session ? staffPage(props, { ...visit, session }, console) : openPage(props, console);
};
