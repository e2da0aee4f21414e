import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { makeReturn } from "../../../functions/domain/returns/ssda903/make-return.ts";
import { missingColumns } from "../../../functions/domain/returns/ssda903/table.ts";
import { syntheticYear } from "../../../functions/domain/returns/synthetic-year.ts";

export const YEAR = 2027;
const careColumns =
  "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN".split(",");
type Lines = string[][];
type Tables = { missing: Lines; care: Lines };

export const theYear = () =>
  syntheticYear({ seed: 903, episodes: 10_000, from: Date.parse("2026-03-31T23:00:00Z") });

/** The authority's own tables of that year: each child in care from before it, and 18 on the day after it or later. */
export const inOrder = (): Tables => {
  const rows = theYear();
  const born = new Map(
    rows.flatMap(({ careId, age = 15 }) => (careId ? [[careId, `${YEAR - 1 - age}-04-01`]] : [])),
  );
  const { lines } = makeReturn(rows, { born, childOf: new Map() }, YEAR);
  const care = (child: string): string[] => [
    child,
    "01/01/2025",
    "S",
    "C2",
    "N1",
    "K2",
    "PR4",
    "",
    "",
    "",
    "TQ1 3DR",
    "TQ1 3DR",
    "SC000001",
  ];
  return {
    missing: lines.map((line) => missingColumns.map((column) => line[column])),
    care: [...new Set(lines.map(({ CHILD }) => CHILD))].map(care),
  };
};

const cases = new URL("../../fixtures/returns/ssda903/", import.meta.url);
/** The made cases are of the year before. */
const aYearLater = (cell: string): string =>
  cell.replace(/^(\d\d\/\d\d\/)(\d{4})/, (_, day: string, year: string) => `${day}${Number(year) + 1}`);
const made = (path: string): Lines =>
  (parse(readFileSync(new URL(path, cases))) as Lines).slice(1).map((line) => line.map(aYearLater));

/** One fault of every rule, planted into that year. */
export const withPlanted = ({ missing, care }: Tables): Tables => ({
  missing: [...missing, ...made("this/Missing.csv")],
  care: [...care, ...made("this/Episodes.csv")],
});

export const save = (folder: string, { missing, care }: Tables): string => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/Missing.csv`, stringify([[...missingColumns], ...missing]));
  writeFileSync(`${folder}/Episodes.csv`, stringify([careColumns, ...care]));
  return folder;
};

/** Last year's table, in which one child was not back. */
export const saveBefore = (folder: string): string => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/Missing.csv`, stringify([[...missingColumns], ...made("prev/Missing.csv")]));
  return folder;
};
