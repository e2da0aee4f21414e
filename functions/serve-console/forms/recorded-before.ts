import { isDeepStrictEqual } from "node:util";
import type { Opened } from "../../core/open-episode/open-episode.ts";
import { type Instant, toInstant } from "../../domain/calendar/instant.ts";
import type { Actor } from "../../domain/console/actor.ts";
import type { ActionName } from "../../domain/episode/action-names.ts";
import { actionSchemas } from "../../domain/episode/actions.ts";
import type { ActionEvent } from "../../domain/episode/events.ts";
import { notificationBanner } from "../../html/govuk/notification-banner.ts";
import { type Html, html } from "../../html/html.ts";
import { detailOf } from "../event-words.ts";
import { time } from "../words.ts";

/** For so long the same words of the same person are rather the same form than another act. */
const HOUR_MS = 3_600_000;

type Asked = {
  id: string;
  action: ActionName;
  actor: Actor;
  data: object;
  at: Instant | undefined;
  now: Instant;
};

/**
 * What this person recorded a moment ago in the same words by another form: their browser went back and filled a new form
 * with what they had typed, or the form stood in two windows. Where somebody else acted since, it is an answer to that.
 */
export const recordedBefore = (opened: Opened, asked: Asked): ActionEvent | undefined => {
  const parsed = actionSchemas[asked.action].safeParse(asked.data);
  const isSameTime = ({ at, recordedAt }: ActionEvent): boolean =>
    asked.at === undefined ? asked.now - toInstant(recordedAt) < HOUR_MS : toInstant(at) === asked.at;
  const isTheirs = ({ actor }: ActionEvent): boolean => actor?.subject === asked.actor.subject;
  const { actions } = opened.context.episode;
  const sinceOthers = actions.slice(actions.findLastIndex((one) => !isTheirs(one)) + 1);
  return sinceOthers.findLast(
    (one) =>
      one.type === asked.action &&
      one.id !== `action:${asked.id}` &&
      isSameTime(one) &&
      isDeepStrictEqual(one.data, parsed.data),
  );
};

export const recordedBanner = (before: ActionEvent, { context }: Opened): Html =>
  notificationBanner({
    titleText: "Recorded already",
    text: html`<p class="govuk-notification-banner__heading">You recorded the same, ${time(before.recordedAt)}</p>${detailOf(before, context)}<p class="govuk-body">Nothing was recorded now. If it happened once more, record it all the same.</p>`,
  });
