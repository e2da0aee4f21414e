import type { Opened } from "../../../core/open-episode/open-episode.ts";
import type { StaffVisit } from "../../../core/web/visit.ts";
import type { Instant } from "../../../domain/calendar/instant.ts";
import { actorOf } from "../../../domain/console/actor.ts";
import { actionsFor, offered } from "../../../domain/console/offers.ts";
import type { Duty } from "../../../domain/duty/duty.ts";
import { movedLimit } from "../../../domain/duty/moved.ts";
import { permittedContact } from "../../../domain/duty/permitted.ts";
import type { ActionName } from "../../../domain/episode/action-names.ts";
import { suffix } from "../../../domain/work-list/suffix.ts";
import { details } from "../../../html/govuk/details.ts";
import { insetText } from "../../../html/govuk/inset-text.ts";
import { stackedTable } from "../../../html/govuk/table.ts";
import { tag } from "../../../html/govuk/tag.ts";
import { type Html, html } from "../../../html/html.ts";
import { actionWords } from "../../forms/action-words.ts";
import { episodePath, link, time } from "../../words.ts";

/** Some acts have a page of their own. */
export const actionPath = (episodeId: string, action: ActionName, duty?: string): string => {
  const base = episodePath(episodeId);
  if (action === "written-record") return `${base}/interview`;
  if (action === "sign-off" || action === "send-back") return `${base}/review`;
  return `${base}/do/${action}${duty ? `?duty=${encodeURIComponent(duty)}` : ""}`;
};

const isOwn = ({ key }: Duty, { row }: Opened) => row.listing.duties.find(({ duty }) => duty === key);

const limitOf = (duty: Duty, opened: Opened, now: Instant): Html => {
  const listed = isOwn(duty, opened);
  const said = suffix(
    { ...(duty.dueAt === undefined ? {} : { dueAt: duty.dueAt }), ...(listed ? { duty: listed } : {}) },
    now,
  );
  const moved = movedLimit(duty, opened.context.episode);
  return html`${duty.dueAt !== undefined && html`${time(duty.dueAt)}, `}<strong class="sr-suffix">${listed ? said : "no limit"}</strong>${duty.dueAt !== undefined && duty.rule.localLimit && html`<br>The limit is local practice: the protocol sets none.`}${duty.standIn && html`<br>Counted from: ${duty.standIn}, the earliest time known.`}${moved && html`<br>The limit moved: it was ${time(moved.from.at)}, until more became known on ${time(moved.at)}.`}`;
};

const openRow = (duty: Duty, opened: Opened, may: ReadonlySet<ActionName>, now: Instant) => {
  const { rule, key } = duty;
  const { episodeId, listing } = opened.row;
  const owner = listing.duties.find((one) => one.duty === key)?.owner;
  const doable = actionsFor(duty).filter((action) => may.has(action));
  const isWatched = rule.notice ? "This mail goes by itself." : rule.act;
  return [
    {
      text: html`<strong>${rule.title}</strong> <span class="sr-clause">${rule.id}, clause ${rule.clause}</span><br>${isWatched}`,
    },
    { text: limitOf(duty, opened, now) },
    { text: html`${owner?.name ?? "Nobody"}${owner?.addresses.map((one) => html`<br>${one}`)}` },
    {
      text:
        doable.length > 0
          ? html`<ul class="govuk-list sr-compact">${doable.map((action) => html`<li>${link(actionPath(episodeId, action, key), actionWords[action].title)}</li>`)}</ul>`
          : html`<span class="govuk-hint">Not yours to record</span>`,
    },
  ];
};

const endWords: Record<Exclude<Duty["state"], "open">, string> = {
  done: "Done",
  "late-done": "Done late",
  missed: "Missed",
  "not-required": "Not required",
};

const endedRow = (duty: Duty) => {
  const { rule, state, endedAt, reason } = duty;
  const colour = {
    open: "",
    done: "govuk-tag--green",
    "late-done": "govuk-tag--orange",
    missed: "govuk-tag--red",
    "not-required": "govuk-tag--grey",
  }[state];
  return [
    { text: html`${rule.title} <span class="sr-clause">${rule.id}, clause ${rule.clause}</span>` },
    { text: state === "open" ? "" : tag({ text: endWords[state], classes: colour }) },
    { text: html`${endedAt !== undefined && time(endedAt)}${reason && html` ${reason}`}` },
  ];
};

/** Through whom the child may be contacted: said before anybody picks up a telephone. */
const contactSection = ({ context }: Opened): Html | undefined => {
  const permitted = permittedContact(context);
  return (
    permitted &&
    insetText({
      classes: "sr-contact",
      text: html`<h2 class="govuk-heading-s">Whom you may contact</h2>${permitted.says.charAt(0).toUpperCase()}${permitted.says.slice(1)} <span class="sr-clause">Clause ${permitted.clause}</span>`,
    })
  );
};

const byLimit = (a: Duty, b: Duty): number =>
  (a.dueAt ?? Number.POSITIVE_INFINITY) - (b.dueAt ?? Number.POSITIVE_INFINITY) || a.createdAt - b.createdAt;

/** What is due under which clause, with its one limit; what ended; and everything else that may be recorded. */
export const dutiesSection = (opened: Opened, visit: StaffVisit): Html => {
  const may = new Set(offered(actorOf(visit.session.staff), opened.context));
  const open = opened.duties.filter(({ state }) => state === "open").toSorted(byLimit);
  const over = opened.duties.filter(({ state }) => state !== "open");
  const due =
    open.length === 0
      ? html`<p class="govuk-body">Nothing is due.</p>`
      : stackedTable({
          caption: "What is due",
          captionClasses: "govuk-visually-hidden",
          classes: "sr-due",
          head: [{ text: "What" }, { text: "Due" }, { text: "Whose" }, { text: "Record" }],
          rows: open.map((duty) => openRow(duty, opened, may, visit.now)),
        });
  const ended =
    over.length > 0 &&
    details({
      summaryText: `What was due and has ended (${over.length})`,
      text: stackedTable({
        head: [{ text: "What" }, { text: "How" }, { text: "When and why" }],
        rows: over.map(endedRow),
      }),
    });
  const others =
    may.size > 0 &&
    details({
      summaryText: "Record something else",
      text: html`<ul class="govuk-list sr-columns">${[...may].map((action) => html`<li>${link(actionPath(opened.row.episodeId, action), actionWords[action].title)}</li>`)}</ul>`,
    });
  return html`<h2 class="govuk-heading-m" id="due">What is due</h2>${due}${contactSection(opened)}${others}${ended}`;
};
