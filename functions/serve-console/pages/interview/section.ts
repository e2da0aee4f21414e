import type { Opened } from "../../../core/open-episode/open-episode.ts";
import type { DraftSection } from "../../../core/ports/drafts.ts";
import { type Answer, seeOther } from "../../../core/web/answer.ts";
import type { StaffVisit } from "../../../core/web/visit.ts";
import { backLink } from "../../../html/govuk/back-link.ts";
import { button } from "../../../html/govuk/button.ts";
import { errorSummary } from "../../../html/govuk/error-summary.ts";
import { insetText } from "../../../html/govuk/inset-text.ts";
import { notificationBanner } from "../../../html/govuk/notification-banner.ts";
import { textarea } from "../../../html/govuk/textarea.ts";
import { type Html, html } from "../../../html/html.ts";
import type { Console } from "../../console.ts";
import { shownAgain } from "../../forms/form-page.ts";
import { csrfField, staffPage } from "../../frame.ts";
import { episodeOf, isOpenToThem } from "../../visitor.ts";
import { asTyped, counted, episodePath, link, time } from "../../words.ts";
import { headOf } from "../episode/episode.ts";
import { notFound } from "../not-found.ts";
import { draftedSections, draftKey, type Section } from "./draft-sections.ts";
import { sectionPath } from "./interview.ts";

/** Twenty pages; the whole record has to fit one row. */
const MOST = 20_000;

const sectionIn = ({ context }: Opened, { params }: StaffVisit): Section | undefined =>
  context.profile.form.find(({ id }) => id === params.section);

export const isTheirSection = async (visit: StaffVisit, console: Console): Promise<boolean> => {
  if (!(await isOpenToThem(visit, console))) return false;
  const opened = await episodeOf(visit, console);
  return opened !== undefined && sectionIn(opened, visit) !== undefined;
};

type Shown = {
  opened: Opened;
  section: Section;
  text: string;
  version: number;
  fault?: string;
  elsewhere?: DraftSection;
};

const otherText = ({ text, savedAt }: DraftSection): Html =>
  notificationBanner({
    titleText: "Saved on another device",
    text: html`<p class="govuk-notification-banner__heading">This section was saved elsewhere, ${time(savedAt)}</p>${insetText({ text: asTyped(text) })}<p class="govuk-body">What you typed here stands below. Put together what should stay, and save it.</p>`,
  });

const page = (visit: StaffVisit, console: Console, shown: Shown): Answer => {
  const { opened, section, text, version, fault, elsewhere } = shown;
  const { form } = opened.context.profile;
  const nth = form.indexOf(section) + 1;
  const box = textarea({
    name: "text",
    id: "text",
    label: { text: section.title, classes: "govuk-label--m" },
    hint: { text: section.clause ? `Clause ${section.clause}` : "In plain words" },
    value: text,
    rows: 15,
    ...(fault ? { errorMessage: { text: fault } } : {}),
  });
  const topics =
    section.topics &&
    html`<p class="govuk-body">A guide to talk along, not a questionnaire:</p><ul class="govuk-list govuk-list--bullet">${section.topics.map((topic) => html`<li>${topic}</li>`)}</ul>`;
  const buttons = html`<div class="govuk-button-group">${nth < form.length && button({ text: "Save and go on", name: "next", value: form[nth]?.id ?? "" })}${button({ text: "Save and go back to the list", name: "next", value: "", classes: nth < form.length ? "govuk-button--secondary" : "" })}</div>`;
  const content = html`${fault && errorSummary({ titleText: "There is a problem", errorList: [{ text: fault, href: "#text" }] })}${elsewhere && otherText(elsewhere)}${headOf(opened, `Section ${nth} of ${form.length}`)}${topics}<form method="post" action="${visit.path}" novalidate>${csrfField(visit.session)}<input type="hidden" name="version" value="${version}">${box}${buttons}</form><p class="govuk-body">${link(`${episodePath(opened.row.episodeId)}/interview`, "Leave without saving")}</p>`;
  const beforeContent = backLink({
    href: `${episodePath(opened.row.episodeId)}/interview`,
    text: "Sections",
  });
  const title = `${section.title}, ${opened.row.reference}`;
  return staffPage(
    { title, ...shownAgain(fault ? [fault] : [], elsewhere), beforeContent, content },
    visit,
    console,
  );
};

const versionIn = (typed: URLSearchParams | undefined, otherwise: number): number => {
  const version = typed?.get("version") ?? "";
  return /^\d{1,9}$/.test(version) ? Number(version) : otherwise;
};

/** One section to write in. */
export const interviewSection = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const opened = await episodeOf(visit, console);
  const section = opened && sectionIn(opened, visit);
  if (!section) return notFound(visit, visit.session, console);
  const drafted = (await draftedSections(opened, visit, console)).find(({ id }) => id === section.id);
  const { text = "", version = 0 } = drafted ?? {};
  const typed = visit.typed?.get("text");
  return page(visit, console, {
    opened,
    section,
    text: typed ?? text,
    version: versionIn(visit.typed, version),
  });
};

/** Saved as it is left, over what its writer saw and nothing else. */
export const saveSection = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const opened = await episodeOf(visit, console);
  const section = opened && sectionIn(opened, visit);
  if (!section) return notFound(visit, visit.session, console);
  const { form, now } = visit;
  const text = (form.get("text") ?? "").replaceAll("\r\n", "\n");
  const over = versionIn(form, 0);
  const shown = { opened, section, text, version: over };
  if (text.length > MOST) {
    const fault = `${section.title}: this has ${counted(text.length, "character")}, and ${MOST} is the most. Shorten it, or use another section.`;
    return page(visit, console, { ...shown, fault });
  }
  const saved = await console.drafts.save(draftKey(visit, opened), section.id, { text, over }, now);
  if (saved.kind === "changed")
    return page(visit, console, { ...shown, version: saved.now.version, elsewhere: saved.now });
  const next = opened.context.profile.form.find(({ id }) => id === form.get("next"));
  return seeOther(
    next ? sectionPath(opened, next.id) : `${episodePath(opened.row.episodeId)}/interview?saved=yes`,
  );
};
