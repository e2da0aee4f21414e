import { type Instant, inWords, toInstant, toIso } from "../domain/calendar/instant.ts";
import { type Html, html } from "../html/html.ts";

/** A time for machines and as a person reads it. */
export const time = (at: Instant | string): Html => {
  const instant = typeof at === "string" ? toInstant(at) : at;
  return html`<time datetime="${toIso(instant)}">${inWords(instant)}</time>`;
};

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A value of ours, such as `looked-after`, as words. */
export const plain = (value: string): string => capital(value.replaceAll("-", " "));

export const counted = (amount: number, one: string, many = `${one}s`): string =>
  `${amount} ${amount === 1 ? one : many}`;

export const episodePath = (episodeId: string): string => `/episodes/${encodeURIComponent(episodeId)}`;

export const link = (href: string, text: string | Html): Html =>
  html`<a class="govuk-link" href="${href}">${text}</a>`;

/** Text as it was typed: its line ends stay. */
export const asTyped = (text: string): Html => html`<span class="sr-typed">${text}</span>`;
