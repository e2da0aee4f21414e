import type { Answer } from "../../core/web/answer.ts";
import type { StaffVisit } from "../../core/web/visit.ts";
import { stackedTable } from "../../html/govuk/table.ts";
import { type Html, html } from "../../html/html.ts";
import type { Console } from "../console.ts";
import { staffPage } from "../frame.ts";

type Row = Awaited<ReturnType<Console["episodes"]["all"]>>[number];

const row = ({ episodeId, reference, status }: Row) => [
  { text: html`<a class="govuk-link" href="/episodes/${encodeURIComponent(episodeId)}">${reference}</a>` },
  { text: status },
];

const list = (rows: readonly Row[]): Html =>
  rows.length === 0
    ? html`<p class="govuk-body">No episode is open.</p>`
    : stackedTable({
        caption: "Open episodes",
        captionClasses: "govuk-visually-hidden",
        head: [{ text: "Episode" }, { text: "Status" }],
        rows: rows.map(row),
      });

/** Every open episode. */
export const work = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const open = (await console.episodes.all()).filter(
    ({ status }) => status === "missing" || status === "returned",
  );
  return staffPage(
    { title: "Work", content: html`<h1 class="govuk-heading-l">Work</h1>${list(open)}` },
    visit,
    console,
  );
};
