import { type Answer, seeOther } from "../../core/web/answer.ts";
import type { StaffVisit, Visit } from "../../core/web/visit.ts";
import { button } from "../../html/govuk/button.ts";
import { html } from "../../html/html.ts";
import type { Console } from "../console.ts";
import { openPage } from "../frame.ts";

/** Ends the session here and with the provider. */
export const signOut = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const { sessions, relyingParty, cookies } = console;
  const id = cookies.read(visit.cookies, "session");
  if (id !== undefined) await sessions.end(id);
  const url = (await relyingParty.signOutUrl()) ?? "/signed-out";
  return seeOther(url, [cookies.clear("session")]);
};

export const signedOut = async (_visit: Visit, console: Console): Promise<Answer> =>
  openPage(
    {
      title: "You are signed out",
      content: html`<h1 class="govuk-heading-l">You are signed out</h1>${button({ text: "Sign in", href: "/sign-in" })}`,
    },
    console,
  );
