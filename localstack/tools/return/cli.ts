import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { stringify } from "csv-stringify/sync";
import { dayInLondon } from "../../../functions/domain/calendar/london.ts";
import { annexA, annexAColumns } from "../../../functions/domain/returns/annex-a.ts";
import { monthsOf } from "../../../functions/domain/returns/period.ts";
import { faultsOfReturn, type ReturnFault } from "../../../functions/domain/returns/ssda903/faults.ts";
import { readLookup } from "../../../functions/domain/returns/ssda903/lookup.ts";
import {
  leftOut,
  type MadeReturn,
  makeReturn,
} from "../../../functions/domain/returns/ssda903/make-return.ts";
import { collectionYear, missingColumns } from "../../../functions/domain/returns/ssda903/table.ts";
import { asJson, commandLine, standardStreams } from "../../lab/command-line.ts";
import { badArgument, LabError } from "../../lab/errors.ts";
import { endWithTheReader } from "../broken-pipe.ts";
import { type Source, sampleSource, storedSource } from "../report/sources.ts";
import { cellsOf, linesOf } from "./files.ts";

type Flags = {
  children?: string;
  care?: string;
  before?: string;
  out: string;
  sample?: string;
  aws?: boolean;
};

const program = new Command("return")
  .description('the "Missing" table of SSDA903, or list 8 of Annex A, as files for whoever sends them')
  .argument("<authority>")
  .argument("<return>", "ssda903 or annex-a")
  .argument("[year]", "of ssda903: 2027 is the collection year that ends on 31 March 2027")
  .option("--children <file>", "CHILD,DOB,REFERENCE: the authority's ids of children in care")
  .option("--care <file>", "the return's Episodes table: what is missing beside it is found")
  .option("--before <file>", "last year's Missing table")
  .option("--out <folder>", "where the files go", ".")
  .option("--sample <seed>", "of an invented year, without a lab")
  .option("--aws", "in the account of your own AWS credentials, instead of the lab")
  .option("--json", "one JSON value on stdout and nothing else")
  .exitOverride()
  .configureOutput({ writeErr: () => {}, outputError: () => {} });

/** As the return wants it: no guard, as nothing in it is free text. */
const csv = (columns: readonly string[], lines: readonly (readonly string[])[]): string =>
  stringify([columns, ...lines], { record_delimiter: "windows" });

const save = (folder: string, name: string, text: string): string => {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

const rowsUpTo = ({ facts, now }: Source, first: string) =>
  facts.inMonths(["open", ...monthsOf({ first, last: dayInLondon(now) })]);

const faultLine = ({ rule, line, child, says }: ReturnFault, { lines }: MadeReturn): string => {
  const own = line === undefined ? undefined : lines[line];
  const episodes = own ? `, episodes ${own.episodes.join(", ")}` : "";
  return `${line === undefined ? "no line" : `line ${line + 2}`}, ${child}: ${rule}, ${says}${episodes}`;
};

const ssda903 = async (source: Source, year: number, flags: Flags) => {
  const { first, last } = collectionYear(year);
  if (flags.children === undefined)
    throw badArgument(
      "Say --children FILE: the return wants the authority's own id of each child, and the date of birth.",
    );
  const rows = await rowsUpTo(source, first);
  const known = new Set(rows.map(({ reference }) => reference));
  const lookup = readLookup(cellsOf(flags.children), dayInLondon(source.now), known);
  if (!lookup.ok)
    throw badArgument(
      lookup.error.map(({ line, says }) => `${flags.children}, line ${line}: ${says}.`).join("\n"),
    );
  const made = makeReturn(rows, lookup.value, year);
  const faults = faultsOfReturn({
    year,
    missing: made.lines,
    ...(flags.care ? { care: linesOf(flags.care, ["CHILD", "DECOM", "DEC", "REC"] as const) } : {}),
    ...(flags.before ? { before: linesOf(flags.before, missingColumns) } : {}),
  });
  const file = save(
    flags.out,
    "Missing.csv",
    csv(
      missingColumns,
      made.lines.map((line) => missingColumns.map((c) => line[c])),
    ),
  );
  const provisional = dayInLondon(source.now) <= last;
  const left = Object.entries(made.left).map(
    ([why, references]) => `  ${references.length} ${leftOut[why as keyof typeof leftOut]}`,
  );
  const text = [
    `${file}: ${made.lines.length} lines${provisional ? ", PROVISIONAL: the collection year is not over" : ""}`,
    ...(left.length > 0 ? ["Episodes that are not in it:", ...left] : []),
    ...(faults.length > 0
      ? ["Faults:", ...faults.map((fault) => `  ${faultLine(fault, made)}`)]
      : ["No fault."]),
  ].join("\n");
  return {
    text,
    answer: { file, lines: made.lines.length, provisional, left: made.left, faults },
    faults: faults.length,
  };
};

const annex = async (source: Source, { out }: Flags) => {
  const yearAgo = dayInLondon(source.now - 400 * 86_400_000);
  const lines = annexA(await rowsUpTo(source, yearAgo), source.now);
  const file = save(out, "annex-a-list-8.csv", csv(annexAColumns, lines));
  return {
    text: `${file}: ${lines.length} children in care who were away in the last 12 months`,
    answer: { file, children: lines.length },
    faults: 0,
  };
};

endWithTheReader();
process.exitCode = await commandLine(process.argv.slice(2), standardStreams, async ({ json, help }) => {
  program.configureOutput({ writeOut: help }).parse(process.argv.slice(2), { from: "user" });
  const [authority = "", which = "", year] = program.args;
  const flags = program.opts<Flags>();
  const source =
    flags.sample === undefined
      ? await storedSource(authority, flags.aws === true)
      : sampleSource(flags.sample, authority);
  if (which !== "ssda903" && which !== "annex-a")
    throw badArgument(`There is no return "${which}": ask for ssda903 or annex-a.`);
  if (which === "ssda903" && !/^20\d\d$/.test(year ?? ""))
    throw badArgument("Say the collection year of ssda903 by the year it ends in, such as 2027.");
  const { text, answer, faults } =
    which === "ssda903" ? await ssda903(source, Number(year), flags) : await annex(source, flags);
  standardStreams.out(json ? asJson(answer) : `${text}\n`);
  if (faults > 0 && !json)
    throw new LabError(`${faults} faults: mend them where they were recorded, and make it again.`);
  return faults > 0 ? 1 : 0;
});
