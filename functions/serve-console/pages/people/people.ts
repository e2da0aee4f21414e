import type { Answer } from "../../../core/web/answer.ts";
import type { StaffVisit } from "../../../core/web/visit.ts";
import { inWords, toInstant } from "../../../domain/calendar/instant.ts";
import { may } from "../../../domain/console/may.ts";
import { peopled } from "../../../domain/office/office.ts";
import { stackedTable } from "../../../html/govuk/table.ts";
import { html } from "../../../html/html.ts";
import type { Console } from "../../console.ts";
import { staffPage } from "../../frame.ts";

/** The profile's word for a role, as staff read it. */
export const roleInWords = (role: string): string => {
  const words = role.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export const pathOf = (role: string): string => `/people/${encodeURIComponent(role)}`;

/** Who holds which role now, and which mailboxes reach them. */
export const people = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const office = await console.office.now();
  const { recipients } = peopled(console.profile, office);
  const mayChange = may(visit.session.staff.roles, "change-people");
  const rows = Object.entries(recipients).map(([role, { name, addresses }]) => {
    const changed = office.recipients[role];
    const told = changed
      ? `${inWords(toInstant(changed.at))}, by ${changed.by}: ${changed.reason}`
      : "As the profile has it";
    const link = html`<a class="govuk-link" href="${pathOf(role)}">Change<span class="govuk-visually-hidden"> ${roleInWords(role)}</span></a>`;
    return [
      { text: roleInWords(role) },
      { text: name },
      { text: html`${addresses.map((address, i) => html`${i > 0 && html`<br>`}${address}`)}` },
      { text: told },
      ...(mayChange ? [{ text: link }] : []),
    ];
  });
  const heads = ["Role", "Held by", "Mailboxes", "Last changed", ...(mayChange ? ["Change"] : [])];
  return staffPage(
    {
      title: "People",
      content: html`<h1 class="govuk-heading-l">People</h1><p class="govuk-body">Mails of the protocol go to these mailboxes. Who may sign in, and as what, is kept by your IT service desk.</p>${stackedTable(
        {
          caption: "Who holds which role",
          captionClasses: "govuk-visually-hidden",
          head: heads.map((text) => ({ text })),
          rows,
        },
      )}`,
    },
    visit,
    console,
  );
};
