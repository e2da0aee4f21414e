import type { Answer } from "../../core/web/answer.ts";
import type { StaffVisit } from "../../core/web/visit.ts";
import { mayOpen } from "../../domain/console/may-open.ts";
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

/** Nobody's list may show what they may not open. A row of before lists cannot say whose it is. */
const isTheirs = ({ listing }: Row, { staff }: StaffVisit["session"]): boolean =>
  mayOpen(staff, listing ?? { teams: [] });

/** Every open episode that this person may open. */
export const work = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const open = (await console.episodes.all()).filter(
    (one) => (one.status === "missing" || one.status === "returned") && isTheirs(one, visit.session),
  );
  return staffPage(
    { title: "Work", content: html`<h1 class="govuk-heading-l">Work</h1>${list(open)}` },
    visit,
    console,
  );
};
