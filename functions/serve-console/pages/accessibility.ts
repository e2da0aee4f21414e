import type { Answer } from "../../core/web/answer.ts";
import type { Visit } from "../../core/web/visit.ts";
import { html } from "../../html/html.ts";
import type { Console } from "../console.ts";
import { openPage } from "../frame.ts";

export const accessibility = async (_visit: Visit, console: Console): Promise<Answer> => {
  const { name, mail } = console.profile;
  const title = "Accessibility statement";
  return openPage(
    {
      title,
      content: html`<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">This is the accessibility statement for Safe Return at ${name}.</p>
<p class="govuk-body">You can use every page with a keyboard alone, with a screen reader, at 400% zoom, on a phone, and without JavaScript: the service has none. It is built to meet the Web Content Accessibility Guidelines 2.2, level AA. Automatic checks run on every kind of page; nobody outside the project has audited it yet.</p>
<p class="govuk-body">If you find a page that you can't use, write to <a class="govuk-link" href="mailto:${mail.replyTo}">${mail.replyTo}</a> and say which page it was and what you needed to do.</p>`,
    },
    console,
  );
};
