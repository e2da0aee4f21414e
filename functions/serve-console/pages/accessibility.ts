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
<p class="govuk-body">Every page can be used with a keyboard alone, on a phone 320 pixels wide or at 400% zoom without scrolling sideways, and without JavaScript: the service has none. Whenever the service changes, every kind of page is tried so in a browser, and checked by axe against the Web Content Accessibility Guidelines 2.2, level AA: it finds nothing.</p>
<p class="govuk-body">An automatic check finds a part of what can be wrong. Nobody has yet tried the service with a screen reader, and nobody outside the project has audited it.</p>
<p class="govuk-body">If you find a page that you can't use, write to <a class="govuk-link" href="mailto:${mail.replyTo}">${mail.replyTo}</a> and say which page it was and what you needed to do.</p>`,
    },
    console,
  );
};
