import type { Opened } from "../../../core/open-episode/open-episode.ts";
import { type Answer, seeOther } from "../../../core/web/answer.ts";
import type { StaffVisit } from "../../../core/web/visit.ts";
import { recordStanding } from "../../../domain/duty/record-standing.ts";
import { backLink } from "../../../html/govuk/back-link.ts";
import { notificationBanner } from "../../../html/govuk/notification-banner.ts";
import { summaryList } from "../../../html/govuk/summary-list.ts";
import { tag } from "../../../html/govuk/tag.ts";
import { type Html, html } from "../../../html/html.ts";
import type { Console } from "../../console.ts";
import { type Again, attempt } from "../../forms/attempt.ts";
import { faultList } from "../../forms/fault-list.ts";
import type { Field } from "../../forms/fields.ts";
import { actForm, carriedIn, shownAgain } from "../../forms/form-page.ts";
import { showField } from "../../forms/show-field.ts";
import { staffPage } from "../../frame.ts";
import { episodeOf } from "../../visitor.ts";
import { asTyped, episodePath, link, time } from "../../words.ts";
import { asksWhen, questionsOf } from "../action/asked.ts";
import { headOf } from "../episode/episode.ts";
import { notFound } from "../not-found.ts";
import { type DraftedSection, draftedSections, draftKey, sectionIds } from "./draft-sections.ts";

const interviewPath = ({ row }: Opened): string => `${episodePath(row.episodeId)}/interview`;

export const sectionPath = (opened: Opened, section: string): string =>
  `${interviewPath(opened)}/section/${encodeURIComponent(section)}`;

/** What its writer has to mend, before anything else. */
const sentBack = ({ context }: Opened): Html | undefined => {
  const { is, sendBack } = recordStanding(context.episode);
  if (is !== "sent-back" || !sendBack) return undefined;
  return notificationBanner({
    titleText: "Sent back",
    text: html`<p class="govuk-notification-banner__heading">The record was sent back by ${sendBack.actor?.name ?? sendBack.by}, ${time(sendBack.at)}</p><p class="govuk-body">${asTyped(String(sendBack.data.reasons ?? ""))}</p>`,
  });
};

const sectionRow = (section: DraftedSection, opened: Opened) => ({
  key: { text: section.title },
  value: {
    text: section.text.trim()
      ? html`${tag({ text: "Written", classes: "govuk-tag--green" })}${section.savedAt && html` Saved ${time(section.savedAt)}`}`
      : tag({ text: "Empty", classes: "govuk-tag--grey" }),
  },
  actions: {
    items: [{ href: sectionPath(opened, section.id), text: "Write", visuallyHiddenText: section.title }],
  },
});

const submitFields = (opened: Opened): Field[] =>
  questionsOf("written-record", opened).filter(({ path }) => !path.startsWith("sections."));

const page = async (
  visit: StaffVisit,
  console: Console,
  shown: Again,
  typed: URLSearchParams,
): Promise<Answer> => {
  const { opened, faults, above, carried } = shown;
  const sections = await draftedSections(opened, visit, console);
  const fields = [...submitFields(opened), ...asksWhen("written-record")];
  const form = actForm({
    action: interviewPath(opened),
    session: visit.session,
    carried,
    fields: fields.map((field) => showField(field, { typed, faults })),
    button: "Hand the record in",
    cancel: episodePath(opened.row.episodeId),
  });
  const saved =
    visit.query.has("saved") &&
    notificationBanner({ type: "success", text: "Saved. Go on whenever you like, on any device." });
  const content = html`${faultList(faults, fields)}${saved}${above}${sentBack(opened)}${headOf(opened, "Write the interview up")}
<p class="govuk-body">Each section is saved as you leave it, and only you see it until you hand it in. ${link(`${interviewPath(opened)}/print`, "Print it, or an empty form for the visit")}</p>
<h2 class="govuk-heading-m">Sections</h2>${summaryList({ rows: sections.map((section) => sectionRow(section, opened)) })}
<h2 class="govuk-heading-m">Hand it in</h2>${form}`;
  const beforeContent = backLink({ href: episodePath(opened.row.episodeId), text: "Back to the episode" });
  const title = `Write the interview up, ${opened.row.reference}`;
  return staffPage({ title, ...shownAgain(faults, above), beforeContent, content }, visit, console);
};

/** An interview as its writer has it so far. */
export const interview = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const opened = await episodeOf(visit, console);
  if (!opened) return notFound(visit, visit.session, console);
  const carried = carriedIn(visit.typed, { id: console.randomId(), seq: opened.row.seq });
  return page(visit, console, { opened, carried, faults: [] }, visit.typed ?? new URLSearchParams());
};

/** The sections saved so far become the written record. */
export const submitInterview = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const opened = await episodeOf(visit, console);
  if (!opened) return notFound(visit, visit.session, console);
  const drafted = await draftedSections(opened, visit, console);
  const sections = Object.fromEntries(
    drafted.flatMap(({ id, text }) => (text.trim() ? [[id, text] as const] : [])),
  );
  const asked = {
    action: "written-record" as const,
    opened,
    fields: submitFields(opened),
    asksWhen: true,
    besides: { sections },
  };
  const attempted = await attempt(asked, visit, console);
  if (attempted.kind === "unknown") return notFound(visit, visit.session, console);
  if (attempted.kind === "again") return page(visit, console, attempted.again, visit.form);
  await console.drafts.drop(draftKey(visit, opened), sectionIds(opened));
  return seeOther(`${episodePath(attempted.episodeId)}?done=written-record`);
};
