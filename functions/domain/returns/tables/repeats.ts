import { toInstant } from "../../calendar/instant.ts";
import type { FactsRow } from "../facts-row.ts";
import type { Cohort } from "../input.ts";
import { HOUR } from "../judged.ts";
import type { Table } from "../table.ts";

const DAY = 24 * HOUR;

/** Of one child the most episodes that began within so many days, the last of them in the period. */
export const repeatsOf = ({ rows, period }: Cohort, days: number): Map<string, FactsRow[]> => {
  const most = new Map<string, FactsRow[]>();
  const real = rows.filter(({ status, absence }) => status !== "cancelled" && !absence);
  for (const [child, own] of Map.groupBy(real, (row) => row.child)) {
    const inOrder = own.toSorted((a, b) => (a.startAt < b.startAt ? -1 : 1));
    for (const [end, row] of inOrder.entries()) {
      const at = toInstant(row.startAt);
      if (at < period.from || at >= period.to) continue;
      const run = inOrder.slice(0, end + 1).filter(({ startAt }) => toInstant(startAt) > at - days * DAY);
      if (run.length > (most.get(child)?.length ?? 0)) most.set(child, run);
    }
  }
  return most;
};

/** Children who went missing so often within so many days: each by its episodes, nobody scored. */
export const repeatTable =
  (least: number, days: number) =>
  (cohort: Cohort): Table => {
    const all = [...repeatsOf(cohort, days)].filter(([, run]) => run.length >= least);
    const rows = all
      .toSorted(
        ([, a], [, b]) => b.length - a.length || (a[0]?.startAt ?? "").localeCompare(b[0]?.startAt ?? ""),
      )
      .map(([, run]) => {
        const reports = run.filter(({ marks }) => marks.some(({ kind }) => kind === "reported")).length;
        const references = run.map(({ reference }) => reference).join(", ");
        return [references, run.length, reports, run.at(-1)?.district ?? "not known"];
      });
    return {
      id: `repeats-${days}`,
      title: `Children missing ${least} times or more in ${days} days`,
      definition: {
        counted: `children with ${least} or more episodes that began within ${days} days, the last in the period; a line for each, by its episodes`,
        without: "absences, and episodes cancelled as created in error or a duplicate",
      },
      columns: ["Episodes", "Number", "With a lead worker's report", "District"],
      rows,
    };
  };
