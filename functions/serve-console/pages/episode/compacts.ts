import type { Opened } from "../../../core/open-episode/open-episode.ts";
import { toInstant } from "../../../domain/calendar/instant.ts";
import type { CompactEvent } from "../../../domain/episode/events.ts";
import { details } from "../../../html/govuk/details.ts";
import { stackedTable } from "../../../html/govuk/table.ts";
import { type Html, html } from "../../../html/html.ts";
import { titleOf } from "../../event-words.ts";
import { unreadList } from "../../unread-list.ts";
import { asTyped, episodePath, link, plain, time } from "../../words.ts";

const spaced = (field: string): string => plain(field.replaceAll(/([A-Z])/g, " $1").toLowerCase());

const instant = /^\d{4}-\d\d-\d\dT/;

const inWords = (value: unknown): Html | string => {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (Array.isArray(value)) return value.map(String).join("; ");
  const text = String(value);
  return instant.test(text) ? time(toInstant(text)) : asTyped(text);
};

type Read = { field: string; value: unknown };

const flat = (source: object): Read[] =>
  Object.entries(source).flatMap(([field, value]): Read[] => {
    if (field === "provenance" || field === "unread" || value === undefined) return [];
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? flat(value)
      : [{ field, value }];
  });

const rowOf = ({ compact, released }: CompactEvent, { field, value }: Read) => {
  const from = compact.provenance[field];
  const isTheirs = released?.corrected.some((one) => one === field || one.endsWith(`.${field}`));
  const written = from
    ? html`${asTyped(from.raw)} <span class="sr-clause">under “${from.label}”, in the ${from.source}</span>`
    : "";
  return [
    { text: spaced(field) },
    { text: inWords(value) },
    { text: isTheirs ? html`Not in the mail: corrected by ${released?.by}` : written },
  ];
};

const mailOf = (event: CompactEvent, episodeId: string): Html =>
  details({
    summaryText: html`${titleOf(event)}, ${event.opened ? "told" : "sent"} ${time(event.sentAt)}`,
    text: html`${stackedTable({
      head: [{ text: "Field" }, { text: "As read" }, { text: "As written" }],
      rows: flat(event.compact).map((read) => rowOf(event, read)),
    })}${unreadList(event.compact.unread)}${event.opened === undefined && html`<p class="govuk-body">${link(`${episodePath(episodeId)}/mails/${encodeURIComponent(event.mailId)}`, "See the words of this mail that were not read")}</p>`}`,
  });

/** Every report as it was read, field by field, beside what the force wrote. */
export const compactsSection = ({ events, row }: Opened): Html => {
  const mails = events.filter((event) => event.kind === "compact");
  return html`<h2 class="govuk-heading-m" id="reports">The reports as they were read</h2>${mails.map((event) => mailOf(event, row.episodeId))}`;
};
