import { describe, expect, it } from "vitest";
import { factsRowSchema } from "../../../../functions/domain/returns/facts-row.ts";
import { asCsv } from "../../../../functions/domain/returns/print/as-csv.ts";
import { asText } from "../../../../functions/domain/returns/print/as-text.ts";
import { reportNames } from "../../../../functions/domain/returns/report-names.ts";
import { reports } from "../../../../functions/domain/returns/reports.ts";
import { syntheticYear } from "../../../../functions/domain/returns/synthetic-year.ts";
import { isShare } from "../../../../functions/domain/returns/table.ts";
import { aReport } from "../../../builders/small-return.ts";

const from = Date.parse("2026-03-31T23:00:00Z");
const cutOff = Date.parse("2027-05-01T00:00:00Z");
const rows = syntheticYear({ seed: 7, episodes: 2_000, from });
const periods = {
  day: "2026-10-25",
  week: "2026-W43",
  month: "2026-10",
  quarter: "2026-Q4",
  year: "2026-27",
};
const all = reportNames.map((name) => ({
  name,
  report: aReport(name, { period: periods[reports[name].period], cutOff, rows }),
}));

describe("an invented year", () => {
  it("is the same for a seed, and another for another", () => {
    expect(syntheticYear({ seed: 7, episodes: 50, from })).toEqual(
      syntheticYear({ seed: 7, episodes: 50, from }),
    );
    expect(syntheticYear({ seed: 8, episodes: 50, from })).not.toEqual(rows.slice(0, 50));
  });

  it("is made of rows as they are kept", () => {
    for (const row of rows) expect(factsRowSchema.parse(row)).toEqual(row);
  });

  it("has late and corrected records, children who make many episodes, and some not back", () => {
    const marks = rows.flatMap((row) => row.marks);
    expect(marks.filter((one) => one.recordedAt > one.at).length).toBeGreaterThan(100);
    expect(rows.filter(({ status }) => status === "cancelled").length).toBeGreaterThan(20);
    expect(rows.filter(({ month }) => month === "open").length).toBeGreaterThan(20);
    const most = Math.max(
      ...[...Map.groupBy(rows, ({ child }) => child).values()].map(({ length }) => length),
    );
    expect(most).toBeGreaterThan(5);
    const shared = [
      ...Map.groupBy(
        rows.flatMap(({ child, marks: own }) =>
          own.filter(({ kind }) => kind === "held").map(({ at }) => `${child}@${at}`),
        ),
        (key) => key,
      ).values(),
    ].filter(({ length }) => length > 1);
    expect(shared.length).toBeGreaterThan(0);
  });
});

describe.each(all)("$name on it", ({ report }) => {
  it("has breakdowns that sum to their totals, but for entries that are of several", () => {
    for (const { id, rows: lines, total } of report.tables) {
      if (!total || id === "interview-reasons") continue;
      const episodes = lines.map((cells) => Number(cells[1]));
      expect([id, episodes.slice(0, -1).reduce((a, b) => a + b, 0)]).toEqual([id, episodes.at(-1)]);
    }
  });

  it("has no share of more than its whole, and no step larger than the one before", () => {
    for (const { rows: lines } of report.tables)
      for (const cell of lines.flat()) if (isShare(cell)) expect(cell.count).toBeLessThanOrEqual(cell.of);
    const steps = report.tables
      .find(({ id }) => id === "steps")
      ?.rows.slice(0, 7)
      .map((cells) => Number(cells[1]));
    expect(steps).toEqual(steps?.toSorted((a, b) => b - a));
  });

  it("says beside every table what it counts", () => {
    for (const { definition } of report.tables) expect(definition.counted.length).toBeGreaterThan(10);
  });

  it("says the same as a file and as text", () => {
    const numbers = report.tables
      .flatMap((table) => table.rows)
      .flat()
      .flatMap((cell) => (isShare(cell) ? [cell.count, cell.of] : typeof cell === "number" ? [cell] : []));
    const csv = parseCsv(asCsv(report));
    const cells = csv.flat();
    for (const { title, rows: lines } of report.tables) {
      const start = csv.findIndex(([first, second]) => first === title && second === "Counted");
      const body = csv.slice(start + 2, start + 2 + lines.length);
      expect(body.map(([first]) => first)).toEqual(lines.map(([first]) => String(first)));
    }
    expect(cells.filter((cell) => /^\d+(?:\.\d+)?$/.test(cell)).length).toBeGreaterThanOrEqual(
      numbers.length,
    );
    const text = asText(report);
    for (const { title } of report.tables) expect(text).toContain(title);
  });
});

/** Quoted fields with what stands between quotes, as a spreadsheet takes them. */
function parseCsv(text: string): string[][] {
  return text
    .replace(/^\uFEFF/, "")
    .split("\r\n")
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
        .map(([, field = ""]) => field)
        .slice(0, -1)
        .map((field) => (field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field)),
    );
}
