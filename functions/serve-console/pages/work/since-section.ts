import type { Instant } from "../../../domain/calendar/instant.ts";
import type { WorkItem } from "../../../domain/work-list/item.ts";
import { fellDueSince, lastClose } from "../../../domain/work-list/since-close.ts";
import { stackedTable } from "../../../html/govuk/table.ts";
import { type Html, html } from "../../../html/html.ts";
import { time } from "../../words.ts";
import { dutyCell, episodeCell, toldCell } from "./item-cells.ts";

/** More than this is another kind of morning: the groups below have all of it. */
const MOST = 20;

/** What fell due while nobody was at work, and who was told of it. */
export const sinceSection = (items: readonly WorkItem[], now: Instant): Html => {
  const since = lastClose(now);
  const fell = fellDueSince(items, since, now);
  const title = html`<h2 class="govuk-heading-m" id="since">Fell due since ${time(since)}</h2>`;
  if (fell.length === 0) return html`${title}<p class="govuk-body">Nothing fell due.</p>`;
  const table = stackedTable({
    caption: "What fell due since the last working day, and who was told",
    captionClasses: "govuk-visually-hidden",
    head: [{ text: "Episode" }, { text: "Duty" }, { text: "Fell due" }, { text: "Told since" }],
    rows: fell
      .slice(0, MOST)
      .map((item) => [episodeCell(item), dutyCell(item), { text: time(item.dueAt) }, toldCell(item.told)]),
  });
  const more =
    fell.length > MOST &&
    html`<p class="govuk-body">And ${fell.length - MOST} more: they stand below under Overdue and Very overdue.</p>`;
  return html`${title}${table}${more}`;
};
