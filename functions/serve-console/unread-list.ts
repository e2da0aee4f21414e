import { type Html, html } from "../html/html.ts";
import { asTyped } from "./words.ts";

/** The words of a mail that became no value of its report: shown beside what was read, for a person to read. */
export const unreadList = (unread: readonly string[] = []): Html | false =>
  unread.length > 0 &&
  html`<h3 class="govuk-heading-s">The police also wrote</h3><ul class="govuk-list govuk-list--bullet">${unread.map((text) => html`<li>“${asTyped(text)}”</li>`)}</ul>`;
