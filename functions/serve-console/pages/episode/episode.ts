import type { Opened } from "../../../core/open-episode/open-episode.ts";
import type { Answer } from "../../../core/web/answer.ts";
import type { StaffVisit } from "../../../core/web/visit.ts";
import { actorOf } from "../../../domain/console/actor.ts";
import { may } from "../../../domain/console/may.ts";
import { recordStanding } from "../../../domain/duty/record-standing.ts";
import { actionNameSchema } from "../../../domain/episode/action-names.ts";
import { childName } from "../../../domain/work-list/item.ts";
import { backLink } from "../../../html/govuk/back-link.ts";
import { notificationBanner } from "../../../html/govuk/notification-banner.ts";
import { type Html, html } from "../../../html/html.ts";
import type { Console } from "../../console.ts";
import { doneWords } from "../../forms/action-words.ts";
import { staffPage } from "../../frame.ts";
import { episodeOf } from "../../visitor.ts";
import { episodePath, link } from "../../words.ts";
import { notesOn } from "../handover/handover.ts";
import { notFound } from "../not-found.ts";
import { statusTag } from "../work/item-cells.ts";
import { compactsSection } from "./compacts.ts";
import { drawingSection } from "./drawing.ts";
import { dutiesSection } from "./duties.ts";
import { knownSection } from "./known.ts";
import { sameChildSection } from "./same-child.ts";
import { timelineSection } from "./timeline-section.ts";
import { whoSection } from "./who.ts";

/** After an act its form leads here, and says so once: the address names the action and nothing of it. */
const doneBanner = ({ query }: StaffVisit): Html | undefined => {
  const action = actionNameSchema.safeParse(query.get("done")).data;
  return action && notificationBanner({ type: "success", text: `Recorded: ${doneWords(action)}` });
};

export const headOf = ({ row, context }: Opened, title: string): Html =>
  html`<span class="govuk-caption-l">${row.reference} ${statusTag({ status: row.status })}</span><h1 class="govuk-heading-l">${title || childName(row) || context.episode.reference}</h1>`;

const linksOf = ({ row, context }: Opened, { session }: StaffVisit): Html => {
  const { roles } = session.staff;
  const base = episodePath(row.episodeId);
  const standing = recordStanding(context.episode);
  const items = [
    may(roles, "draft-interview") && link(`${base}/interview`, "Write the interview up"),
    standing.record &&
      may(roles, "print-interview") &&
      link(`${base}/interview/print`, "Print the interview"),
    standing.is === "written" && may(roles, "sign-off") && link(`${base}/review`, "Countersign or send back"),
    context.episode.actions.some(({ type }) => type === "book-interview") &&
      may(roles, "print-interview") &&
      link(`${base}/booking.ics`, "Put the booked interview into your calendar"),
    may(roles, "see-told") && link(`${base}/told`, "Who was told what"),
  ].filter((item) => item !== false && item !== undefined);
  return html`<ul class="govuk-list sr-links">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
};

/** One episode: what is due first, then who it is, what happened and what the reports say. */
export const episode = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const opened = await episodeOf(visit, console);
  if (!opened) return notFound(visit, visit.session, console);
  const [office, sameChild] = await Promise.all([
    console.office.now(),
    sameChildSection(opened, visit, console),
  ]);
  const content = html`${doneBanner(visit)}${notesOn(opened.row.reference, office, visit)}${headOf(opened, "")}${linksOf(opened, visit)}
${dutiesSection(opened, visit)}
${whoSection(opened)}${knownSection(opened)}
${drawingSection(opened)}
${timelineSection(opened, { mayTold: may(visit.session.staff.roles, "see-told"), actor: actorOf(visit.session.staff) })}
${compactsSection(opened)}
${sameChild}`;
  const beforeContent = backLink({ href: "/work", text: "Work" });
  return staffPage({ title: opened.row.reference, beforeContent, content }, visit, console);
};
