import type { LedgerEntry } from "../../../core/ports/writes.ts";
import type { Answer } from "../../../core/web/answer.ts";
import type { StaffVisit } from "../../../core/web/visit.ts";
import { inWords, toInstant } from "../../../domain/calendar/instant.ts";
import { reasonInWords } from "../../../domain/quarantine/reason-words.ts";
import { details } from "../../../html/govuk/details.ts";
import { stackedTable } from "../../../html/govuk/table.ts";
import { type Html, html } from "../../../html/html.ts";
import type { Console } from "../../console.ts";
import { staffPage } from "../../frame.ts";
import { forceName } from "./shown.ts";

export const pathOf = (mailId: string): string => `/quarantine/${encodeURIComponent(mailId)}`;

const says = (reason: string): Html => {
  const { says, means } = reasonInWords(reason);
  return html`<li>${details({ summaryText: says, text: means, classes: "sr-reason" })}</li>`;
};

const row = ({ mailId, receivedAt, reasons, force, waiting, asked }: LedgerEntry, console: Console) => [
  {
    text: html`<a class="govuk-link" href="${pathOf(mailId)}">${inWords(toInstant(receivedAt))}</a>`,
  },
  { text: forceName(force, console.profile) },
  { text: html`<ul class="govuk-list">${reasons.map(says)}</ul>` },
  {
    text: [
      waiting ? `${waiting} report${waiting === 1 ? "" : "s"}` : "Not known",
      ...(asked?.length ? ["force asked"] : []),
    ].join(", "),
  },
];

const table = (caption: string, entries: readonly LedgerEntry[], console: Console): Html =>
  stackedTable({
    caption,
    captionClasses: "govuk-table__caption--m",
    head: [{ text: "Received" }, { text: "From" }, { text: "Why it waits" }, { text: "Waiting in it" }],
    rows: entries.map((entry) => row(entry, console)),
  });

const isMachines = ({ reasons }: LedgerEntry): boolean =>
  reasons.some((reason) => reason === "automatic-reply" || reason === "delivery-report");

/** Every mail that waits for a person, the longest waiting first. */
export const quarantineList = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const all = await console.waitingMails.all();
  const oldest = all.toSorted((a, b) => toInstant(a.receivedAt) - toInstant(b.receivedAt));
  const [machines, others] = [oldest.filter(isMachines), oldest.filter((entry) => !isMachines(entry))];
  const title = "Mails that wait for a person";
  return staffPage(
    {
      title,
      content: html`<h1 class="govuk-heading-l">${title}</h1>
${others.length > 0 ? table("Nobody acts on these until you decide", others, console) : html`<p class="govuk-body">No mail waits.</p>`}
${machines.length > 0 && table("Written by machines: nobody was told of these", machines, console)}`,
    },
    visit,
    console,
  );
};
