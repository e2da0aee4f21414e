import type { Opened } from "../../../core/open-episode/open-episode.ts";
import { inWords, toInstant } from "../../../domain/calendar/instant.ts";
import type { EpisodeEvent } from "../../../domain/episode/events.ts";
import { type Html, html } from "../../../html/html.ts";
import { timeline } from "../../../html/moj/timeline.ts";
import { detailOf, isLateRecorded, titleOf, whoseOf } from "../../event-words.ts";
import { counted, episodePath, link, time } from "../../words.ts";

const newestFirst = (a: EpisodeEvent, b: EpisodeEvent): number => toInstant(b.at) - toInstant(a.at);

/** What happened, the newest first. Mails out are many and have a page of their own. */
export const timelineSection = (opened: Opened, mayTold: boolean): Html => {
  const { events, context, row } = opened;
  const mails = new Set(events.flatMap((e) => (e.kind === "rung" ? [e.messageId ?? e.id] : []))).size;
  const items = events
    .filter(({ kind }) => kind !== "rung")
    .toSorted(newestFirst)
    .map((event) => {
      const whose = whoseOf(event, context);
      return {
        label: { text: titleOf(event) },
        ...(whose ? { byline: { text: whose } } : {}),
        datetime: { timestamp: event.at, text: inWords(toInstant(event.at)) },
        text: html`${detailOf(event, context)}${isLateRecorded(event) && event.kind !== "compact" && html`<p class="govuk-body-s sr-answer">Recorded ${time(event.recordedAt)}.</p>`}`,
      };
    });
  const told =
    mails > 0 &&
    html`<p class="govuk-body">${counted(mails, "mail")} went to people about this episode. ${mayTold && link(`${episodePath(row.episodeId)}/told`, "Who was told what")}</p>`;
  return html`<h2 class="govuk-heading-m" id="events">What happened</h2>${told}${timeline({ items, headingLevel: 3 })}`;
};
