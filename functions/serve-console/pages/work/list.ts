import type { Listed } from "../../../core/list-episodes/list-episodes.ts";
import type { Answer } from "../../../core/web/answer.ts";
import type { StaffVisit } from "../../../core/web/visit.ts";
import type { Instant } from "../../../domain/calendar/instant.ts";
import { may } from "../../../domain/console/may.ts";
import { mayOpen } from "../../../domain/console/may-open.ts";
import { filtered, filtersSchema } from "../../../domain/work-list/filters.ts";
import { type Group, grouped } from "../../../domain/work-list/groups.ts";
import { type WorkItem, workItems } from "../../../domain/work-list/item.ts";
import { isFoundBy } from "../../../domain/work-list/search.ts";
import { button } from "../../../html/govuk/button.ts";
import { stackedTable } from "../../../html/govuk/table.ts";
import { type Html, html } from "../../../html/html.ts";
import type { Console } from "../../console.ts";
import { staffPage } from "../../frame.ts";
import { counted, link } from "../../words.ts";
import { pinnedNotes } from "../handover/handover.ts";
import { filterForm } from "./filter-form.ts";
import { dueCell, dutyCell, episodeCell, episodeLink, ownerCell, statusTag } from "./item-cells.ts";
import { pageOf, pagesOf } from "./paging.ts";
import { sinceSection } from "./since-section.ts";
import { isOpen, theirEpisodes } from "./theirs.ts";

/** What the address asks for; an empty choice of the form is none. */
export const filtersIn = (query: URLSearchParams) =>
  filtersSchema.parse(Object.fromEntries([...query].filter(([, value]) => value.trim() !== "")));

type Ticks = { may: boolean; named: Map<WorkItem, string> };

const tick = (item: WorkItem, { named }: Ticks): Html => {
  const id = named.get(item) ?? "tick";
  return html`<div class="govuk-checkboxes govuk-checkboxes--small sr-tick"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="${id}" name="episode" type="checkbox" value="${item.episode.episodeId}"><label class="govuk-label govuk-checkboxes__label" for="${id}"><span class="govuk-visually-hidden">Tick ${item.episode.reference} to allocate it</span></label></div></div>`;
};

const groupTable = ({ name, title, items }: Group, ticks: Ticks, now: Instant): Html =>
  stackedTable({
    caption: title,
    captionClasses: "govuk-visually-hidden",
    classes: `sr-group sr-group--${name}`,
    head: [
      ...(ticks.may ? [{ text: html`<span class="govuk-visually-hidden">Tick</span>` }] : []),
      { text: "Episode" },
      { text: "Duty" },
      { text: "Due" },
      { text: "Whose" },
    ],
    rows: items.map((item) => [
      ...(ticks.may ? [{ text: tick(item, ticks) }] : []),
      episodeCell(item),
      dutyCell(item),
      dueCell(item, now),
      ownerCell(item),
    ]),
  });

const groupSection = (all: Group, shown: ReadonlySet<WorkItem>, ticks: Ticks, now: Instant): Html => {
  const here = { ...all, items: all.items.filter((item) => shown.has(item)) };
  const title = html`<h2 class="govuk-heading-m" id="${all.name}">${all.title} (${all.items.length})</h2>`;
  if (all.items.length === 0) return html`${title}<p class="govuk-body">Nothing.</p>`;
  return here.items.length === 0 ? html`` : html`${title}${groupTable(here, ticks, now)}`;
};

const groupsSection = (items: readonly WorkItem[], visit: StaffVisit): Html => {
  const groups = grouped(items, visit.now);
  const paged = pageOf(
    groups.flatMap((group) => group.items),
    visit.query.get("page"),
  );
  const named = new Map(paged.shown.map((item, i) => [item, `tick-${i + 1}`]));
  const ticks = { may: may(visit.session.staff.roles, "allocate"), named };
  const sections = groups.map((group) => groupSection(group, new Set(paged.shown), ticks, visit.now));
  const body = html`${sections}${pagesOf(visit.query, paged)}`;
  if (!ticks.may || paged.shown.length === 0) return body;
  return html`<form method="get" action="/work/allocate">${body}${button({ text: "Allocate the ticked episodes" })}</form>`;
};

/** What they began to write and may still open; of those not among what was read anyway the rows are read by their ids. */
const draftsSection = async (
  unfinished: readonly string[],
  known: readonly Listed[],
  { session }: StaffVisit,
  { episodes }: Console,
): Promise<Html | undefined> => {
  const missing = unfinished.filter((id) => !known.some(({ episodeId }) => episodeId === id));
  const others = missing.length > 0 ? await episodes.listed(missing) : [];
  const rows = [...known, ...others].filter(
    ({ episodeId, listing }) => unfinished.includes(episodeId) && mayOpen(session.staff, listing),
  );
  if (rows.length === 0) return undefined;
  return html`<h2 class="govuk-heading-m" id="drafts">Your unfinished interviews</h2><ul class="govuk-list">${rows.map((row) => html`<li>${episodeLink(row)}: ${link(`/episodes/${encodeURIComponent(row.episodeId)}/interview`, html`go on writing<span class="govuk-visually-hidden"> ${row.reference}</span>`)}</li>`)}</ul>`;
};

/** A search also finds what is closed. */
const closedSection = (q: string, theirs: readonly Listed[]): Html | undefined => {
  const closed = theirs.filter((row) => !isOpen(row) && isFoundBy(row, q));
  if (closed.length === 0) return undefined;
  return html`<h2 class="govuk-heading-m" id="closed">Closed (${closed.length})</h2><ul class="govuk-list">${closed.slice(0, 50).map((row) => html`<li>${episodeLink(row)} ${statusTag(row)}</li>`)}</ul>`;
};

/** What is due, the worst first; what fell due while nobody was at work before it. */
export const work = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const { now, query, session } = visit;
  const filters = filtersIn(query);
  const { staff } = session;
  const [theirs, unfinished, office] = await Promise.all([
    theirEpisodes(visit, console, filters.q ? "all" : "open"),
    may(staff.roles, "draft-interview") ? console.drafts.of(staff.subject) : [],
    console.office.now(),
  ]);
  const open = filters.q ? theirs.filter(isOpen) : theirs;
  const all = workItems(open, now);
  const items = filtered(all, filters, now);
  const drafts = await draftsSection(unfinished, theirs, visit, console);
  const episodes = new Set(items.map(({ episode }) => episode.episodeId)).size;
  const content = html`${pinnedNotes(office, visit, console)}<h1 class="govuk-heading-l">Work</h1>
<p class="govuk-body">${counted(episodes, "open episode")}, ${counted(items.filter(({ duty }) => duty).length, "open duty", "open duties")}. ${link(`/work.csv?${query}`, "Download this list for a spreadsheet (CSV)")}${may(staff.roles, "open-episode") && html` · ${link("/work/open", "Open an episode")}`}</p>
${filterForm({ filters, items: all, mine: staff.address, profile: console.profile })}
${items.length === 0 && html`<p class="govuk-body">${all.length === 0 ? "No episode is open." : "No open episode fits this search."}</p>`}
${filters.q && closedSection(filters.q, theirs)}${drafts}
${items.length > 0 && html`${sinceSection(items, now)}${groupsSection(items, visit)}`}`;
  return staffPage({ title: "Work", content }, visit, console);
};
