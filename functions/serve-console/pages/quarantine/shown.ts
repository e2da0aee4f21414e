import { inWords, toInstant } from "../../../domain/calendar/instant.ts";
import type { UnrecognisedLabel } from "../../../domain/compact/compact.ts";
import type { Dispute } from "../../../domain/compact/dispute.ts";
import { isOnlyAFlag } from "../../../domain/compact/quarantine-reasons.ts";
import type { Profile } from "../../../domain/profile/profile.ts";
import { reasonInWords } from "../../../domain/quarantine/reason-words.ts";
import { insetText } from "../../../html/govuk/inset-text.ts";
import { summaryList } from "../../../html/govuk/summary-list.ts";
import { type Html, html } from "../../../html/html.ts";
import type { ShownMail } from "../../../reading/reading.ts";
import { unreadList } from "../../unread-list.ts";
import { fieldsRead, titled, valueInWords, whatWasRead } from "./said.ts";
import type { Otherwise, Waiting, WaitingReport } from "./waiting.ts";

/** Of what is said in two ways, all that is said: a dispute may name a part of the field. */
const values = (reason: string, disputes: readonly Dispute[]): Html | false => {
  const field = reason.slice(reason.indexOf(":") + 1);
  const said = disputes.filter((one) => one.field === field || one.field.split(".")[0] === field);
  const words = said.flatMap((one) => one.values.map((value) => `“${valueInWords(field, value)}”`));
  return words.length > 0 && html`<strong>What is said: ${words.join(" and ")}.</strong> `;
};

/** What the ledger says of a mail that waits, before or beside what reading it says. */
export type KnownOfMail = Pick<Waiting, "entry" | "force" | "isProved" | "disputes">;

export const reasonList = ({ entry: { reasons }, disputes }: KnownOfMail): Html =>
  html`<dl class="sr-reasons">${reasons.map((reason) => {
    const { says, means } = reasonInWords(reason);
    return html`<dt class="govuk-body govuk-!-font-weight-bold">${says}${isOnlyAFlag(reason) && " (only a flag)"}</dt><dd class="govuk-body">${values(reason, disputes)}${means}</dd>`;
  })}</dl>`;

export const forceName = (force: string | undefined, { forces }: Profile): string =>
  forces.find(({ id }) => id === force)?.name ?? "a sender we do not know";

export const facts = ({ entry, force, isProved }: KnownOfMail, profile: Profile): Html =>
  summaryList({
    rows: [
      { key: { text: "Received" }, value: { text: inWords(toInstant(entry.receivedAt)) } },
      {
        key: { text: "From" },
        value: { text: `${forceName(force, profile)}${isProved ? "" : ": not proved"}` },
      },
      ...(entry.asked ?? []).map(({ at, by, force: asked, actor }) => ({
        key: { text: "Asked" },
        value: { text: `${forceName(asked, profile)}, ${inWords(toInstant(at))}, by ${actor?.name ?? by}` },
      })),
      ...(entry.takenOff ?? []).map(({ at, by, reason, actor }) => ({
        key: { text: "Taken off an episode" },
        value: { text: `${inWords(toInstant(at))}, by ${actor?.name ?? by}: ${reason}` },
      })),
      { key: { text: "Our number" }, value: { text: entry.mailId } },
    ],
  });

const both = ({ field, reported, known }: Otherwise): Html =>
  insetText({
    text: html`<p class="govuk-body"><strong>${titled(field)}:</strong> the mail says “${valueInWords(field, reported)}”, the episode under this reference says “${valueInWords(field, known)}”.</p>`,
  });

/** What was read, with the words it was read from where they are others. */
const read = (report: WaitingReport, field: string): Html => {
  const { draft, doubted } = report;
  const value = valueInWords(field, whatWasRead(draft, field));
  const from = draft.provenance[field];
  const raw =
    from &&
    from.raw.trim() !== value &&
    html`<br><span class="govuk-hint">“${from.raw}” under “${from.label}”</span>`;
  return html`${value}${doubted.includes(field) && html` <strong class="govuk-tag govuk-tag--yellow">In doubt</strong>`}${raw}`;
};

export const reportRead = (report: WaitingReport, title: string): Html => {
  const rows = fieldsRead(report.draft).map((field) => ({
    key: { text: titled(field) },
    value: { text: read(report, field) },
  }));
  const nothing = html`<p class="govuk-body">Nothing could be read of it.</p>`;
  return html`<h3 class="govuk-heading-s">${title}</h3>${report.otherwise.map(both)}${rows.length > 0 ? summaryList({ rows, classes: "sr-read" }) : nothing}${unreadList(report.draft.unread)}`;
};

const unread = (labels: readonly UnrecognisedLabel[]): Html | false =>
  labels.length > 0 &&
  html`<h3 class="govuk-heading-s">Words nobody could place</h3><ul class="govuk-list govuk-list--bullet">${labels.map(({ label, value }) => html`<li>${label}: ${value}</li>`)}</ul>`;

/** Hidden words, and those of a mail in which no report was found: all others stand with a report. */
const placedNowhere = ({ reading, reports }: Waiting): readonly UnrecognisedLabel[] =>
  (reading.result.unrecognised ?? []).filter(
    ({ value }) => !reports.some(({ draft }) => draft.unread?.some((text) => text.includes(value))),
  );

const kilobytes = (bytes: number): string =>
  bytes < 1024 ? `${bytes} bytes` : `${Math.round(bytes / 1024).toLocaleString("en-GB")} kB`;

const files = (mailId: string, shown: ShownMail | undefined): Html => {
  const at = `/attachments/${encodeURIComponent(mailId)}`;
  const listed = (shown?.files ?? []).map(
    ({ name, bytes, digest }) =>
      html`<li><a class="govuk-link" href="${at}/${digest}">${name}</a> (${kilobytes(bytes)})</li>`,
  );
  return html`<h2 class="govuk-heading-m">Files</h2><p class="govuk-body">Files open outside this service. Open nothing that you do not expect.</p><ul class="govuk-list govuk-list--bullet">${listed}<li><a class="govuk-link" href="${at}/mail">The whole mail as it came</a></li></ul>`;
};

const words = (shown: ShownMail | undefined): Html =>
  shown
    ? html`<div class="sr-mail" tabindex="0" role="region" aria-label="The mail as it came">${shown.text}</div>${shown.isCut && html`<p class="govuk-body">The mail goes on. Fetch the whole of it to read the rest.</p>`}`
    : html`<p class="govuk-body">The mail could not be opened to be shown here. You can fetch it as it came.</p>`;

export const reportTitle = ({ reports }: Waiting, index: number): string =>
  reports.length > 1 ? `Report ${index + 1}` : "The report";

/** The mail's own words beside what was read. */
export const beside = (waiting: Waiting): Html => {
  const { reading, reports, entry } = waiting;
  const what = reports.map((report, index) => reportRead(report, reportTitle(waiting, index)));
  const nothing = html`<p class="govuk-body">No report could be read in the mail.</p>`;
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-one-half"><h2 class="govuk-heading-m">The mail</h2>${words(reading.shown)}</div><div class="govuk-grid-column-one-half"><h2 class="govuk-heading-m">What was read</h2>${reports.length > 0 ? what : nothing}${unread(placedNowhere(waiting))}</div></div>${files(entry.mailId, reading.shown)}`;
};
