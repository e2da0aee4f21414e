import type { Session } from "../../core/ports/sessions.ts";
import type { Context } from "../../domain/condition/context.ts";
import type { EpisodeEvent } from "../../domain/episode/events.ts";
import { button } from "../../html/govuk/button.ts";
import { notificationBanner } from "../../html/govuk/notification-banner.ts";
import { type Html, html, type Part } from "../../html/html.ts";
import { detailOf, titleOf, whoseOf } from "../event-words.ts";
import { csrfField } from "../frame.ts";
import { time } from "../words.ts";

/**
 * What every form that records something carries: which one it is, what its writer had seen, and which event of theirs
 * it repeats where they were told so.
 */
export type Carried = { id: string; seq: number; repeats?: string };

const ID = /^[\w-]{16,64}$/;

/** The same form, sent again or shown again, keeps its id: twice clicked, it is recorded once. */
export const carriedIn = (typed: URLSearchParams | undefined, fresh: Carried): Carried => {
  const id = typed?.get("id") ?? "";
  const seq = typed?.get("seq") ?? "";
  const repeats = typed?.get("repeats");
  return {
    id: ID.test(id) ? id : fresh.id,
    seq: /^\d{1,9}$/.test(seq) ? Number(seq) : fresh.seq,
    ...(repeats ? { repeats } : {}),
  };
};

const hidden = (name: string, value: string | number): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`;

type FormProps = {
  action: string;
  session: Pick<Session, "csrf">;
  carried: Carried;
  fields: Part;
  button: string;
  /** Left out where there is nothing to leave. */
  cancel?: string;
};

export const actForm = (props: FormProps): Html =>
  html`<form method="post" action="${props.action}" novalidate>${csrfField(props.session)}${hidden("id", props.carried.id)}${hidden("seq", props.carried.seq)}${props.carried.repeats && hidden("repeats", props.carried.repeats)}${props.fields}<div class="govuk-button-group">${button({ text: props.button })}${props.cancel && html`<a class="govuk-link" href="${props.cancel}">Cancel</a>`}</div></form>`;

/** Somebody else was quicker: what they did, for its reader to decide again. What was typed stands below. */
export const changedBanner = (since: readonly EpisodeEvent[], context: Context): Html =>
  notificationBanner({
    titleText: "Changed since you opened it",
    text: html`<p class="govuk-notification-banner__heading">Nothing was recorded yet. Since you opened this page:</p><ul class="govuk-list">${since.map(
      (event) => {
        const whose = whoseOf(event, context);
        return html`<li><strong>${titleOf(event)}</strong>${whose && ` by ${whose}`}, ${time(event.recordedAt)}${detailOf(event, context)}</li>`;
      },
    )}</ul><p class="govuk-body">What you typed is kept below. Read it again, and record it if it still holds.</p>`,
  });

/** A form that is shown again because of what it says, or because somebody else was quicker. */
export const shownAgain = (faults: readonly unknown[], changed: unknown) => ({
  isRefused: faults.length > 0,
  ...(faults.length > 0 ? { status: 422 } : changed ? { status: 409 } : {}),
});
