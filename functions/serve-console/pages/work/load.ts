import type { Answer } from "../../../core/web/answer.ts";
import type { StaffVisit } from "../../../core/web/visit.ts";
import { may } from "../../../domain/console/may.ts";
import { NOBODY } from "../../../domain/work-list/filters.ts";
import { groupNames, groupTitles } from "../../../domain/work-list/groups.ts";
import { workItems } from "../../../domain/work-list/item.ts";
import { type Load, loads } from "../../../domain/work-list/loads.ts";
import { stackedTable } from "../../../html/govuk/table.ts";
import { html } from "../../../html/html.ts";
import type { Console } from "../../console.ts";
import { staffPage } from "../../frame.ts";
import { link } from "../../words.ts";
import { theirEpisodes } from "./theirs.ts";

const row = ({ worker, episodes, duties }: Load, mayGive: boolean) => [
  { text: link(`/work?owner=${encodeURIComponent(worker ?? NOBODY)}`, worker ?? "Nobody") },
  { text: episodes },
  ...groupNames.map((name) => ({ text: duties[name] })),
  ...(mayGive
    ? [
        {
          text: worker
            ? link(
                `/work/allocate?from=${encodeURIComponent(worker)}`,
                html`Give all away<span class="govuk-visually-hidden"> that ${worker} has</span>`,
              )
            : "",
        },
      ]
    : []),
];

/** Who has how much; what is nobody's stands first. */
export const load = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const all = loads(workItems(await theirEpisodes(visit, console), visit.now), visit.now);
  const mayGive = may(visit.session.staff.roles, "allocate");
  const table = stackedTable({
    caption: "Each worker's load",
    captionClasses: "govuk-visually-hidden",
    head: [
      { text: "Worker" },
      { text: "Episodes" },
      ...groupNames.map((name) => ({ text: groupTitles[name] })),
      ...(mayGive ? [{ text: "Give" }] : []),
    ],
    rows: all.map((one) => row(one, mayGive)),
  });
  const content = html`<h1 class="govuk-heading-l">My team's load</h1><p class="govuk-body">Open episodes, and the duties in them by how urgent they are. Where somebody is away, give what they have to a deputy until they are back.</p>${all.length > 0 ? table : html`<p class="govuk-body">No episode is open.</p>`}`;
  return staffPage({ title: "My team's load", content }, visit, console);
};
