import type { Opened } from "../../../core/open-episode/open-episode.ts";
import { inWords, toInstant } from "../../../domain/calendar/instant.ts";
import type { Actor } from "../../../domain/console/actor.ts";
import { may } from "../../../domain/console/may.ts";
import { isApproved } from "../../../domain/episode/approvals.ts";
import type { EpisodeEvent } from "../../../domain/episode/events.ts";
import { mailOf } from "../../../domain/episode/of-mail.ts";
import { type Html, html } from "../../../html/html.ts";
import { timeline } from "../../../html/moj/timeline.ts";
import { detailOf, isLateRecorded, titleOf, whoseOf } from "../../event-words.ts";
import { asTyped, counted, episodePath, link, time } from "../../words.ts";

type Reader = { mayTold: boolean; actor: Actor };

/** A report, or a mail attached: whoever decides about mails that wait. */
const takingOff = (event: EpisodeEvent, { context, row }: Opened, actor: Actor): Html | undefined => {
  const { actions, compacts } = context.episode;
  const standing = [...actions, ...compacts].find((one) => one === event);
  if (!standing || mailOf(standing) === undefined) return undefined;
  const to = `${episodePath(row.episodeId)}/do/withdraw?recorded=${encodeURIComponent(event.id)}`;
  return may(actor.roles, "decide-quarantine")
    ? html`<p class="govuk-body-s sr-answer">${link(to, "Take off this episode")}</p>`
    : html``;
};

/** Its author and managers may take it back. */
const takingBack = (event: EpisodeEvent, opened: Opened, actor: Actor): Html | undefined => {
  const { context, row } = opened;
  const { episode } = context;
  const off = takingOff(event, opened, actor);
  if (off) return off;
  if (event.kind !== "action" || !episode.actions.includes(event)) return undefined;
  const isTheirs = event.actor?.subject === actor.subject || actor.roles.includes("manager");
  if (!isTheirs || !may(actor.roles, event.type)) return undefined;
  const to = `${episodePath(row.episodeId)}/do`;
  const correct =
    event.type !== "withdraw" &&
    event.type !== "approve" &&
    html`${link(`${to}/${event.type}?instead=${encodeURIComponent(event.id)}`, "Correct")} · `;
  return html`<p class="govuk-body-s sr-answer">${correct}${link(`${to}/withdraw?recorded=${encodeURIComponent(event.id)}`, "Withdraw")}</p>`;
};

/** What counts no longer stays in its place, with who took it back and why. */
const standing = (event: EpisodeEvent, { context }: Opened): Html | undefined => {
  const { episode } = context;
  const taken = episode.taken.find((one) => one.event.id === event.id);
  if (taken) {
    const { by } = taken;
    const why = String(by.instead?.reason ?? by.data.reason ?? "");
    const how = by.instead
      ? "Corrected"
      : mailOf(taken.event) === undefined
        ? "Withdrawn"
        : "Taken off this episode";
    return html`<p class="govuk-body-s sr-answer"><strong>${how}: it no longer counts.</strong> By ${whoseOf(by, context)}, ${time(by.recordedAt)}: ${asTyped(why)}</p>`;
  }
  return event.kind === "action" && !isApproved(event, episode)
    ? html`<p class="govuk-body-s sr-answer"><strong>Waits for a manager's approval.</strong></p>`
    : undefined;
};

const newestFirst = (a: EpisodeEvent, b: EpisodeEvent): number => toInstant(b.at) - toInstant(a.at);

/** What happened, the newest first. Mails out are many and have a page of their own. */
export const timelineSection = (opened: Opened, { mayTold, actor }: Reader): Html => {
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
        text: html`${detailOf(event, context)}${standing(event, opened)}${takingBack(event, opened, actor)}${isLateRecorded(event) && event.kind !== "compact" && html`<p class="govuk-body-s sr-answer">Recorded ${time(event.recordedAt)}.</p>`}`,
      };
    });
  const told =
    mails > 0 &&
    html`<p class="govuk-body">${counted(mails, "mail")} went to people about this episode. ${mayTold && link(`${episodePath(row.episodeId)}/told`, "Who was told what")}</p>`;
  return html`<h2 class="govuk-heading-m" id="events">What happened</h2>${told}${timeline({ items, headingLevel: 3 })}`;
};
