import type { Answer } from "../../../core/web/answer.ts";
import type { StaffVisit } from "../../../core/web/visit.ts";
import { may } from "../../../domain/console/may.ts";
import { recordStanding } from "../../../domain/duty/record-standing.ts";
import { distributionCopy } from "../../../domain/record/distribution-copy.ts";
import { interviewRecord } from "../../../domain/record/record.ts";
import { backLink } from "../../../html/govuk/back-link.ts";
import { html } from "../../../html/html.ts";
import type { Console } from "../../console.ts";
import { staffPage } from "../../frame.ts";
import { episodeOf } from "../../visitor.ts";
import { asTyped, episodePath } from "../../words.ts";
import { headOf } from "../episode/episode.ts";
import { notFound } from "../not-found.ts";
import { draftedSections } from "./draft-sections.ts";
import { recordBlock } from "./record-blocks.ts";

/** One page to print: what its writer has so far, with room for a pen; and what is on record. */
export const printInterview = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const opened = await episodeOf(visit, console);
  if (!opened) return notFound(visit, visit.session, console);
  const standing = recordStanding(opened.context.episode);
  const mayDraft = may(visit.session.staff.roles, "draft-interview");
  const drafted = mayDraft ? await draftedSections(opened, visit, console) : [];
  const draft =
    (standing.is === "none" || standing.is === "sent-back") && mayDraft
      ? drafted.map(
          ({ title, topics = [], text }) =>
            html`<section class="sr-print-section"><h2 class="govuk-heading-s">${title}</h2>${topics.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${topics.map((topic) => html`<li>${topic}</li>`)}</ul>`}${text.trim() ? html`<p class="govuk-body">${asTyped(text)}</p>` : html`<div class="sr-pen"></div>`}</section>`,
        )
      : undefined;
  const { blocks } = distributionCopy(interviewRecord(opened.context));
  const recorded = standing.record && blocks.map(recordBlock);
  const content = html`${headOf(opened, draft ? "The interview, not handed in yet" : "The interview")}${draft ?? recorded ?? html`<p class="govuk-body">Nothing is written yet.</p>`}`;
  const beforeContent = backLink({ href: episodePath(opened.row.episodeId), text: "Back to the episode" });
  return staffPage({ title: `Interview, ${opened.row.reference}`, beforeContent, content }, visit, console);
};
