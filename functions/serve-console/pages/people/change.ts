import { randomUUID } from "node:crypto";
import { type Answer, seeOther } from "../../../core/web/answer.ts";
import type { StaffVisit } from "../../../core/web/visit.ts";
import { actorOf } from "../../../domain/console/actor.ts";
import { peopled } from "../../../domain/office/office.ts";
import { backLink } from "../../../html/govuk/back-link.ts";
import { button } from "../../../html/govuk/button.ts";
import { checkboxes } from "../../../html/govuk/checkboxes.ts";
import { errorSummary } from "../../../html/govuk/error-summary.ts";
import { input } from "../../../html/govuk/input.ts";
import { textarea } from "../../../html/govuk/textarea.ts";
import { html } from "../../../html/html.ts";
import type { Console } from "../../console.ts";
import { csrfField, staffPage } from "../../frame.ts";
import { notFound } from "../not-found.ts";
import { pathOf, roleInWords } from "./people.ts";

type Fault = { field?: string; says: string };
type Shown = { role: string; typed: URLSearchParams; faults?: readonly Fault[] };

const isRole = (role: string, { profile }: Pick<Console, "profile">): boolean =>
  Object.hasOwn(profile.recipients, role);

const page = async ({ role, typed, faults = [] }: Shown, visit: StaffVisit, console: Console) => {
  const office = await console.office.now();
  const error = (field: string) => {
    const says = faults.filter((fault) => fault.field === field).map((fault) => fault.says);
    return says.length > 0 ? { errorMessage: { text: says.join(" ") } } : {};
  };
  const title = `Change who holds the role “${roleInWords(role)}”`;
  const list = faults.map(({ field, says }) => ({ text: says, ...(field ? { href: `#${field}` } : {}) }));
  const summary = faults.length > 0 && errorSummary({ titleText: "Nothing was changed", errorList: list });
  const restore =
    office.recipients[role] !== undefined &&
    checkboxes({
      name: "restore",
      hint: { text: "What you type as name and mailboxes is then left aside." },
      items: [{ value: "yes", text: "Put it back to what the profile says" }],
      values: typed.getAll("restore"),
    });
  return staffPage(
    {
      title,
      isRefused: faults.length > 0,
      beforeContent: backLink({ href: "/people", text: "People" }),
      content: html`${summary}<h1 class="govuk-heading-l">${title}</h1><form method="post" action="${pathOf(role)}" novalidate>${csrfField(visit.session)}<input type="hidden" name="id" value="${randomUUID()}">${input(
        {
          name: "name",
          label: { text: "Held by", classes: "govuk-label--s" },
          hint: { text: "The name of the person or the desk" },
          value: typed.get("name") ?? "",
          autocomplete: "off",
          ...error("name"),
        },
      )}${textarea({
        name: "addresses",
        label: { text: "Mailboxes", classes: "govuk-label--s" },
        hint: {
          text: "One on each line. Mails name children's episodes, so they go to this authority's addresses, or to the body that the profile names.",
        },
        value: typed.get("addresses") ?? "",
        rows: 3,
        ...error("addresses"),
      })}${textarea({
        name: "reason",
        label: { text: "Why", classes: "govuk-label--s" },
        hint: { text: "Kept with your name" },
        value: typed.get("reason") ?? "",
        rows: 2,
        ...error("reason"),
      })}${restore}${button({ text: "Change it" })}</form>`,
    },
    visit,
    console,
  );
};

export const changePerson = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const { role = "" } = visit.params;
  if (!isRole(role, console)) return notFound(visit, visit.session, console);
  const held = peopled(console.profile, await console.office.now()).recipients[role];
  const now = new URLSearchParams({ name: held?.name ?? "", addresses: held?.addresses.join("\n") ?? "" });
  return page({ role, typed: visit.typed ?? now }, visit, console);
};

const said = (form: URLSearchParams, name: string): string => (form.get(name) ?? "").trim();

const unsaid = (form: URLSearchParams, isRestored: boolean, addresses: readonly string[]): Fault[] => [
  ...(isRestored || said(form, "name") ? [] : [{ field: "name", says: "Say who holds the role." }]),
  ...(isRestored || addresses.length > 0 ? [] : [{ field: "addresses", says: "Give at least one mailbox." }]),
  ...(said(form, "reason") ? [] : [{ field: "reason", says: "Say why: a reason is kept with the change." }]),
];

/** `"addresses.1" has to be…` and `addresses: x is…`, as whoever keeps the office says it; by the address, not its number. */
const placed = (says: string, addresses: readonly string[]): Fault => {
  const [, field, number, rest = ""] = /^"?(name|addresses|reason)(?:\.(\d+))?"?:? (.*)$/s.exec(says) ?? [];
  if (!field) return { says };
  const which = number === undefined ? undefined : addresses[Number(number)];
  const text = which === undefined ? rest : `${which} ${rest}`;
  return { field, says: text.charAt(0).toUpperCase() + text.slice(1) };
};

/** Each change is an event, under the name of whoever made it; the same form twice is one. */
export const changedPerson = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const { role = "" } = visit.params;
  if (!isRole(role, console)) return notFound(visit, visit.session, console);
  const { form } = visit;
  const isRestored = form.get("restore") === "yes";
  const addresses = said(form, "addresses")
    .split(/[\s,;]+/)
    .filter(Boolean);
  const reason = said(form, "reason");
  const again = async (faults: readonly Fault[]): Promise<Answer> => ({
    ...(await page({ role, typed: form, faults }, visit, console)),
    status: 422,
  });
  const faults = unsaid(form, isRestored, addresses);
  if (faults.length > 0) return again(faults);
  const act = isRestored
    ? { office: "restore-recipient", data: { role, reason } }
    : { office: "change-recipient", data: { role, name: said(form, "name"), addresses, reason } };
  const id = said(form, "id") || randomUUID();
  const answer = await console.office.ask({ id, actor: actorOf(visit.session.staff), ...act });
  return answer.outcome === "done"
    ? seeOther("/people")
    : again(answer.faults.map(({ says }) => placed(says, addresses)));
};
