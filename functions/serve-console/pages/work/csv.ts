import { type Answer, download } from "../../../core/web/answer.ts";
import type { StaffVisit } from "../../../core/web/visit.ts";
import { toIso } from "../../../domain/calendar/instant.ts";
import { workListCsv } from "../../../domain/work-list/csv.ts";
import { filtered } from "../../../domain/work-list/filters.ts";
import { grouped } from "../../../domain/work-list/groups.ts";
import { workItems } from "../../../domain/work-list/item.ts";
import type { Console } from "../../console.ts";
import { filtersIn } from "./list.ts";
import { theirEpisodes } from "./theirs.ts";

/** The list that the same address shows, whole. */
export const workCsv = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const { now, query } = visit;
  const items = filtered(workItems(await theirEpisodes(visit, console), now), filtersIn(query), now);
  const inOrder = grouped(items, now).flatMap((group) => group.items);
  return download(
    `work-${toIso(now).slice(0, 10)}.csv`,
    "text/csv; charset=utf-8",
    workListCsv(inOrder, now),
  );
};
