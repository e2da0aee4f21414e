import type { Opened } from "../../../core/open-episode/open-episode.ts";
import type { StaffVisit } from "../../../core/web/visit.ts";
import { inWords, toInstant } from "../../../domain/calendar/instant.ts";
import type { ActionName } from "../../../domain/episode/action-names.ts";
import type { ActionEvent } from "../../../domain/episode/events.ts";
import { insetText } from "../../../html/govuk/inset-text.ts";
import { type Html, html } from "../../../html/html.ts";
import { whoseOf } from "../../event-words.ts";
import type { Field } from "../../forms/fields.ts";
import { partsOfTime } from "../../forms/times.ts";
import { valuesOf } from "../../forms/values.ts";

/** Why it was wrong; the form's own question, as every action may be corrected. */
export const whyCorrected: Field = {
  kind: "long",
  path: "why-corrected",
  label: "What was wrong, and how you know",
  required: true,
  rows: 3,
};

/** What a form records again in its place: named by the link that led here, or by the form itself. */
export const correctedIn = (
  action: ActionName,
  { query, typed, form }: Pick<StaffVisit, "query" | "typed"> & { form?: URLSearchParams | undefined },
  { context }: Opened,
): ActionEvent | undefined => {
  const id = form?.get("instead") ?? typed?.get("instead") ?? query.get("instead");
  return context.episode.actions.find((one) => one.id === id && one.type === action);
};

/** As it was recorded, to be changed. */
export const filledAgain = ({ data, at }: ActionEvent, fields: readonly Field[]): URLSearchParams =>
  new URLSearchParams([...valuesOf(fields, data), ...partsOfTime("at", toInstant(at))]);

export const correctingNote = (event: ActionEvent, { context }: Opened): Html =>
  html`${insetText({
    text: `You correct what ${whoseOf(event, context) ?? event.by} recorded for ${inWords(toInstant(event.at))}. Both stay on the timeline.`,
  })}<input type="hidden" name="instead" value="${event.id}">`;
