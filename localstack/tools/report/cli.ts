import { readFileSync } from "node:fs";
import { Command } from "commander";
import type { Gathered } from "../../../functions/core/gather-report/gather-report.ts";
import type { ReportKey } from "../../../functions/core/ports/returns.ts";
import { toIso } from "../../../functions/domain/calendar/instant.ts";
import { asCsv } from "../../../functions/domain/returns/print/as-csv.ts";
import { asText } from "../../../functions/domain/returns/print/as-text.ts";
import { reports } from "../../../functions/domain/returns/reports.ts";
import { asJson, commandLine, standardStreams } from "../../lab/command-line.ts";
import { badArgument, LabError } from "../../lab/errors.ts";
import { authorityProfile } from "../../lab/stack/authority-profile.ts";
import { readTime } from "../../lab/times.ts";
import { endWithTheReader } from "../broken-pipe.ts";
import { differencesSince, sentText } from "./difference.ts";
import { periodAsked, reportAsked } from "./read-command.ts";
import { rebuild, rebuiltText } from "./rebuild.ts";
import { type Source, sampleSource, storedSource } from "./sources.ts";

type Flags = {
  csv?: boolean;
  aws?: boolean;
  sample?: string;
  at?: string;
  sent?: boolean;
  narrative?: string;
  by?: string;
  check?: boolean;
};

const program = new Command("report")
  .description("a report of an authority, or `rebuild AUTHORITY`: every episode's facts folded anew")
  .argument("<authority>", "or rebuild")
  .argument("<report>", "its name; of rebuild the authority")
  .argument("[period]", "2026-11-14, 2026-W46, 2026-11, 2026-Q3 or 2026-27; default: the last that is over")
  .option("--csv", "a file for a spreadsheet")
  .option("--json", "one JSON value on stdout and nothing else")
  .option("--at <time>", "as known then, of what is recorded now; default: now")
  .option("--sent", "as it was sent, and which episodes would make it otherwise now")
  .option("--narrative <file>", "keeps these words with the figures of now, for when it is sent")
  .option("--by <who>", "who wrote them")
  .option("--sample <seed>", "of an invented year, without a lab")
  .option("--aws", "in the account of your own AWS credentials, instead of the lab")
  .option("--check", "of rebuild: says what differs and writes nothing")
  .exitOverride()
  .configureOutput({ writeErr: () => {}, outputError: () => {} });

const sourceFor = async ({ sample, aws }: Flags, authority: string): Promise<Source> =>
  sample === undefined ? storedSource(authority, aws === true) : sampleSource(sample, authority);

const keepNarrative = async (
  { reports: store, now }: Source,
  key: ReportKey,
  { report: on, rows }: Gathered,
  { narrative: file = "", by }: Flags,
): Promise<void> => {
  if (!("narrative" in reports[key.report])) throw badArgument(`${key.report} has no narrative.`);
  if (!by) throw badArgument("Say --by whom the narrative is.");
  if (!store) throw badArgument("An invented year keeps no narrative.");
  let text: string;
  try {
    text = readFileSync(file, "utf8").trim();
  } catch (cause) {
    throw badArgument(`${file} can't be read.`, cause);
  }
  await store.keepNarrative(key, { text, by, at: toIso(now), on, rows });
};

endWithTheReader();
process.exitCode = await commandLine(process.argv.slice(2), standardStreams, async ({ json, help }) => {
  program.configureOutput({ writeOut: help }).parse(process.argv.slice(2), { from: "user" });
  const [first = "", second = "", third] = program.args;
  const flags = program.opts<Flags>();
  const { out } = standardStreams;
  if (first === "rebuild") {
    authorityProfile(second);
    const done = await rebuild(await storedSource(second, flags.aws === true), flags.check === true);
    out(json ? asJson(done) : `${rebuiltText(done)}\n`);
    return flags.check && done.differing.length > 0 ? 1 : 0;
  }
  const profile = authorityProfile(first);
  const report = reportAsked(second, profile);
  if (flags.csv && json) throw badArgument("Ask for --csv or for --json, not for both.");
  const source = await sourceFor(flags, first);
  const cutOff = flags.at === undefined ? source.now : readTime(flags.at);
  const period = periodAsked(report, third, cutOff);
  const gathered = await source.gather({ report, period, cutOff, profile });
  const key = { report, period: period.name };
  if (flags.sent) {
    const sent = await source.reports?.sent(key);
    if (!sent) throw new LabError(`${report} ${period.name} was not sent.`);
    const differing = differencesSince(sent, gathered);
    out(json ? asJson({ ...sent, differing }) : `${sentText(sent, differing)}\n`);
    return 0;
  }
  if (flags.narrative !== undefined) await keepNarrative(source, key, gathered, flags);
  const narrative = (await source.reports?.narrative(key))?.text;
  const whole = { ...gathered.report, ...(narrative === undefined ? {} : { narrative }) };
  if (json) out(asJson(whole));
  else out(flags.csv ? asCsv(whole) : `${asText(whole)}\n`);
  return 0;
});
