import { toInstant } from "../domain/calendar/instant.ts";
import type { Context } from "../domain/condition/context.ts";
import type { ActionEvent, CompactEvent, EpisodeEvent } from "../domain/episode/events.ts";
import type { Profile } from "../domain/profile/profile.ts";
import { whoDid } from "../domain/record/who-did.ts";
import { valueAtPath } from "../domain/value-at.ts";
import { type Html, html } from "../html/html.ts";
import { doneWords } from "./forms/action-words.ts";
import { type Field, fieldsOf } from "./forms/fields.ts";
import { asTyped, counted, plain, time } from "./words.ts";

const compactTitles: Record<CompactEvent["type"], string> = {
  missing: "Report: missing",
  found: "Report: found",
  update: "Report: update",
  cancelled: "Report: cancelled",
  absent: "Report: absent",
  deceased: "Report: the child has died",
};

const openedTitle = "Opened by hand";

export const titleOf = (event: EpisodeEvent): string => {
  switch (event.kind) {
    case "compact":
      return event.opened ? openedTitle : compactTitles[event.type];
    case "action":
      return doneWords(event.type);
    case "rung":
      return "A mail was sent";
    case "profile":
      return "Moved to another version of the protocol";
    case "acknowledgement":
      return "A partner confirmed that the report arrived";
  }
};

export const whoseOf = (event: EpisodeEvent, context: Context): string | undefined => {
  if (event.kind === "action")
    return event.actor ? `${event.actor.name}, ${event.actor.address}` : whoDid(event, context);
  if (event.kind === "compact" && event.opened)
    return `${event.opened.actor?.name ?? event.opened.by}: ${plain(event.opened.source)}, ${event.opened.from}`;
  if (event.kind === "compact")
    return context.profile.forces.find(({ id }) => id === event.force)?.name ?? event.force;
  if (event.kind === "acknowledgement")
    return event.saysWho ? `${event.saysWho}, by their own word` : undefined;
  return event.kind === "profile" ? event.by : undefined;
};

const valueIn = ({ kind }: Field, value: unknown): Html | string => {
  if (kind === "time") return time(String(value));
  if (kind === "yes-no") return value === true ? "Yes" : "No";
  if (kind === "choice") return plain(String(value));
  if (kind === "several" && Array.isArray(value)) return value.map((one) => plain(String(one))).join(", ");
  return asTyped(Array.isArray(value) ? value.join(", ") : String(value));
};

/** What was typed, under the words it was asked in. A section of an interview is its own page's. */
const answersOf = ({ type, data }: ActionEvent, profile: Profile): Html => {
  const answered = fieldsOf(type, { profile }).flatMap((field) => {
    const [top = "", ...rest] = field.path.split(".");
    const value = valueAtPath(data, rest.length > 0 ? [top, rest.join(".")] : [top]);
    const isId = field.path === "recorded";
    return value === undefined || isId || field.path.startsWith("sections.") ? [] : [{ field, value }];
  });
  const sections = Object.values((data.sections ?? {}) as object).filter(
    (text) => String(text).trim() !== "",
  );
  return html`${answered.map(({ field, value }) => html`<p class="govuk-body-s sr-answer"><strong>${field.label}:</strong> ${valueIn(field, value)}</p>`)}${sections.length > 0 && html`<p class="govuk-body-s sr-answer">${counted(sections.length, "section")} written.</p>`}`;
};

/** What an approval or a withdrawal is about; its id says nothing to a person. */
const aboutOf = ({ type, data }: ActionEvent, { episode }: Context): Html | undefined => {
  if (type !== "approve" && type !== "withdraw") return undefined;
  const ever = [...episode.actions, ...episode.compacts, ...episode.taken.map(({ event }) => event)];
  const about = ever.find(({ id }) => id === data.recorded);
  return (
    about && html`<p class="govuk-body-s sr-answer"><strong>${titleOf(about)}</strong>, ${time(about.at)}</p>`
  );
};

export const detailOf = (event: EpisodeEvent, context: Context): Html => {
  const { profile } = context;
  switch (event.kind) {
    case "action":
      return html`${aboutOf(event, context)}${answersOf(event, profile)}`;
    case "compact":
      return html`<p class="govuk-body-s sr-answer">Sent ${time(event.sentAt)}, received ${time(event.recordedAt)}.${!event.trusted && html` <strong>Nothing proves that the force sent it.</strong>`}${event.released && html` Let out of quarantine by ${event.released.by}: ${asTyped(event.released.reason)}`}</p>`;
    case "rung": {
      const rule = profile.rules.find(({ duty, id }) => duty === event.duty || id === event.rule);
      return html`<p class="govuk-body-s sr-answer">${rule?.title ?? event.duty}: to ${event.to.join(", ")}.</p>`;
    }
    case "acknowledgement":
      return html`<p class="govuk-body-s sr-answer">By the link in the mail of ${event.rule}. It ends no duty.</p>`;
    case "profile":
      return html`<ul class="govuk-list">${event.moves.map(({ duty, because, clause }) => html`<li>${plain(duty)}: ${because} (clause ${clause})</li>`)}</ul>`;
  }
};

/** Recorded later than it happened, it says both. */
export const isLateRecorded = ({ at, recordedAt }: EpisodeEvent): boolean =>
  toInstant(recordedAt) - toInstant(at) > 3_600_000;
