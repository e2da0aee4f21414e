import { dayInWords, type Instant, inWords, toInstant } from "../domain/calendar/instant.ts";
import { childName, type WorkItem } from "../domain/work-list/item.ts";
import { type Html, html, render, type Text, trustedMarkup } from "./html.ts";

/** What is printed of a mail that waits: no word of it. */
export type SheetMail = { mailId: string; receivedAt: string };

export type Sheet = {
  authority: string;
  at: Instant;
  items: readonly WorkItem[];
  mails: readonly SheetMail[];
};

const soonest = (a: WorkItem, b: WorkItem): number =>
  (a.dueAt ?? Number.POSITIVE_INFINITY) - (b.dueAt ?? Number.POSITIVE_INFINITY);

const due = ({ dueAt }: WorkItem, at: Instant): string =>
  dueAt === undefined ? "No limit" : `${dueAt <= at ? "OVERDUE since " : ""}${inWords(dueAt)}`;

const cellsOf = (item: WorkItem, at: Instant): Text[] => {
  const { episode, duty } = item;
  const { child, allocation, risk } = episode.listing;
  const who = [childName(episode), child.dateOfBirth && `born ${dayInWords(child.dateOfBirth)}`].filter(
    Boolean,
  );
  return [
    due(item, at),
    `${episode.reference}: ${who.join(", ")}`,
    [episode.status, risk && `risk ${risk.replaceAll("-", " ")}`].filter(Boolean).join(", "),
    duty ? `${duty.title} (${duty.rule}, clause ${duty.clause})` : "Nothing is due",
    duty ? duty.owner.name : "",
    allocation ? allocation.worker : "NOBODY",
  ];
};

const heads = ["Due", "Episode", "Status", "What is to be done", "Whose it is", "Allocated to"];

/** As little markup as a table can have: hundreds of rows are one page. */
const table = (items: readonly WorkItem[], at: Instant): Html =>
  html`<table class="sr-sheet"><caption>${items.length} open</caption><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${items.map((item) => html`<tr>${cellsOf(item, at).map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>`;

/** Each once, not beside each duty. */
const ownersOf = (items: readonly WorkItem[]): Html => {
  const owners = new Set(
    items.flatMap(({ duty }) => (duty ? [`${duty.owner.name}: ${duty.owner.addresses.join(", ")}`] : [])),
  );
  return html`<h2 class="govuk-heading-m">Where they are reached</h2><ul class="govuk-list govuk-list--bullet">${[...owners].sort().map((owner) => html`<li>${owner}</li>`)}</ul>`;
};

/** Everything that is open at one moment, on paper: what has to go on on the day the system is away. */
export const sheetContent = ({ authority, at, items, mails }: Sheet): Html => {
  const sorted = items.toSorted(soonest);
  const waiting = mails.toSorted((a, b) => toInstant(a.receivedAt) - toInstant(b.receivedAt));
  return html`<h1 class="govuk-heading-l">Everything open at ${authority}</h1><p class="govuk-body">As it stood ${inWords(at)}. It names children: keep it locked away, and shred it once the next one is printed.</p>${table(sorted, at)}${ownersOf(sorted)}<h2 class="govuk-heading-m">Mails that wait for a person: ${waiting.length}</h2><ul class="govuk-list govuk-list--bullet">${waiting.map(({ mailId, receivedAt }) => html`<li>${inWords(toInstant(receivedAt))}: ${mailId}</li>`)}</ul>`;
};

const style = trustedMarkup(`@page { size: A4 landscape; margin: 12mm }
body { font: 10pt/1.35 Arial, sans-serif; color: #0b0c0c; margin: 0 }
h1 { font-size: 15pt; margin: 0 } h2, caption { font-size: 12pt; font-weight: bold; text-align: left; margin: 5mm 0 1mm }
table { border-collapse: collapse; width: 100% } thead { display: table-header-group }
tr { break-inside: avoid } th, td { border: 0.3mm solid #505a5f; padding: 1mm; text-align: left; vertical-align: top; overflow-wrap: anywhere }`);

/** A file of its own, which prints without the console: no script, nothing fetched. */
export const sheetDocument = (sheet: Sheet): string =>
  render(
    html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Everything open at ${sheet.authority}</title><style>${style}</style></head><body><main>${sheetContent(sheet)}</main></body></html>`,
  );
