import { mkdirSync, writeFileSync } from "node:fs";
import * as z from "zod";
import { judge } from "../../../functions/domain/returns/judged.ts";
import { faultsOfReturn } from "../../../functions/domain/returns/ssda903/faults.ts";
import { missingColumns } from "../../../functions/domain/returns/ssda903/table.ts";
import {
  outcomesOverTime,
  type Wait,
} from "../../../functions/domain/returns/statistics/outcomes-over-time.ts";
import { processChart } from "../../../functions/domain/returns/statistics/process-chart.ts";
import { inOrder, save, saveBefore, theYear, withPlanted, YEAR } from "./a-year.ts";
import { ask } from "./environment.ts";

/**
 * `npm run check:returns`: an invented year of 10,000 episodes as the sector's own validator and two statistics libraries see
 * it. Needs Python 3.11 and the network the first time; no part of `npm test`.
 */
const FOLDER = ".lab/returns";
const HOUR = 3_600_000;
const HUNDREDTH = 0.01;
const RULES = "564 565 566 567 570 571 574 575 576 577 578 580 581 586 1004 1005 1006".split(" ");
const failures: string[] = [];
const say = (is: boolean, text: string): void => {
  process.stdout.write(`${is ? "ok  " : "NOT "} ${text}\n`);
  if (!is) failures.push(text);
};

const validated = z.object({
  ran: z.array(z.string()),
  crashed: z.array(z.unknown()),
  faults: z.array(z.object({ rule: z.string(), CHILD: z.string() })),
});
const script = (name: string): string => `test/tools/returns/${name}`;

const checkReturn = (): void => {
  const year = inOrder();
  const clean = ask("validator", [script("ssda903_check.py"), String(YEAR), save(`${FOLDER}/year`, year)]);
  const { faults } = validated.parse(clean.answer);
  say(
    clean.code === 0,
    `the validator finds no fault in ${year.missing.length} lines (${faults.length} found, exit ${clean.code})`,
  );
  const toLine = (cells: readonly string[]) =>
    Object.fromEntries(missingColumns.map((column, i) => [column, cells[i] ?? ""])) as Record<
      (typeof missingColumns)[number],
      string
    >;
  const toCare = ([CHILD = "", DECOM = "", , , , , , DEC = "", REC = ""]: readonly string[]) => ({
    CHILD,
    DECOM,
    DEC,
    REC,
  });
  const ours = faultsOfReturn({ year: YEAR, missing: year.missing.map(toLine), care: year.care.map(toCare) });
  say(ours.length === 0, `and so do we (${ours.length} found)`);

  const planted = withPlanted(year);
  const args = [
    script("ssda903_check.py"),
    String(YEAR),
    save(`${FOLDER}/planted`, planted),
    saveBefore(`${FOLDER}/before`),
  ];
  const found = validated.parse(ask("validator", args).answer);
  const own = new Set(year.care.map(([child]) => child));
  for (const rule of RULES)
    say(
      found.faults.some((fault) => fault.rule === rule),
      `the validator finds the fault planted for ${rule}`,
    );
  say(
    found.faults.every(({ CHILD }) => !own.has(CHILD)),
    "and none where none was planted",
  );
};

const hours = [24, 48, 72, 120, 168];
const curveNames = ["held", "declined", "no-contact", "exempt"] as const;

/** A fraction of a second apart: no two at once, as the libraries break ties each in their own way. */
const waits = (): Wait<(typeof curveNames)[number]>[] => {
  const cutOff = Date.parse("2027-05-31T00:00:00Z");
  return theYear()
    .flatMap((row) => judge(row, cutOff) ?? [])
    .filter(({ ours }) => ours)
    .slice(0, 1_500)
    .map(({ back, heldAt, outcome, since }, i) => {
      const ended =
        heldAt ??
        Date.parse(since.findLast(({ kind }) => kind === outcome)?.at ?? new Date(cutOff).toISOString());
      const known = curveNames.find((name) => name === outcome);
      return { hours: Math.max(0, (ended - back) / HOUR) + i / 1e7, outcome: known ?? "open" };
    });
};

const checkStatistics = (): void => {
  const all = waits();
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(
    `${FOLDER}/waits.csv`,
    `hours,outcome\n${all.map((w) => `${w.hours},${w.outcome}`).join("\n")}\n`,
  );
  const theirs = z
    .record(z.string(), z.unknown())
    .parse(ask("statistics", [script("stats_check.py"), "curve", `${FOLDER}/waits.csv`]).answer);
  const ours = outcomesOverTime(all, curveNames, hours);
  for (const name of curveNames) {
    const shares = z.record(z.string(), z.number()).parse(theirs[name] ?? {});
    const worst = Math.max(...ours.map((row) => Math.abs(row[name] - (shares[String(row.hours)] ?? 0))));
    say(worst <= HUNDREDTH, `lifelines and we agree on "${name}" at every hour (worst ${worst.toFixed(4)})`);
  }
  // A range beyond the usual is left out of our limits and not of abspc's: of these twelve months none is.
  const months = [812, 783, 834, 818, 853, 812, 776, 826, 793, 842, 793, 817];
  writeFileSync(
    `${FOLDER}/months.csv`,
    `period,value\n${months.map((value, i) => `${i + 1},${value}`).join("\n")}\n`,
  );
  const limits = z
    .object({ mean: z.number(), upper: z.number(), lower: z.number() })
    .parse(ask("statistics", [script("stats_check.py"), "xmr", `${FOLDER}/months.csv`]).answer);
  const chart = processChart(months);
  for (const name of ["mean", "upper", "lower"] as const) {
    const apart = Math.abs(chart[name] - limits[name]);
    say(
      apart <= HUNDREDTH,
      `abspc and we agree on the ${name} of a process chart (${apart.toFixed(4)} apart)`,
    );
  }
};

checkReturn();
checkStatistics();
process.stdout.write(
  failures.length === 0 ? "The returns are as others see them.\n" : `${failures.length} do not agree.\n`,
);
process.exitCode = failures.length === 0 ? 0 : 1;
