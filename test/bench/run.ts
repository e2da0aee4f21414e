import { cpus, loadavg } from "node:os";
import { endWithTheReader } from "../../localstack/tools/broken-pipe.ts";
import { benchBundles, withBundles } from "./bundles.ts";
import { benchColdStart } from "./cold-start.ts";
import { benchConsole } from "./console.ts";
import { benchDomain } from "./domain.ts";
import { atMost, rounded } from "./figure.ts";
import { benchGrowth } from "./growth/growth.ts";
import { benchHostile } from "./hostile.ts";
import { benchLab } from "./lab/bench-lab.ts";
import { benchMailStories } from "./mail-stories.ts";
import { benchParse } from "./parse.ts";
import { progress } from "./progress.ts";
import { benchReports } from "./reports.ts";
import { benchSynth } from "./synth.ts";

const parse = async () =>
  Object.fromEntries(
    (await benchParse()).flatMap(({ mail, inThreadRatio, ratio, secondOpinionRatio, ...more }) => [
      [mail, atMost(1.2, inThreadRatio, more)],
      [`${mail}, in the warm thread`, atMost(2, ratio)],
      [`${mail}, in the warm thread with the second opinion`, atMost(2.2, secondOpinionRatio)],
    ]),
  );

const sections = {
  parse: { says: "Parse, extract and validate against a bare parser…", measure: parse },
  hostile: { says: "Reading hostile mails…", measure: benchHostile },
  bundles: {
    says: "Weighing the bundles…",
    measure: () => withBundles(async (folder) => benchBundles(folder)),
  },
  coldStart: { says: "Cold starts against an empty handler…", measure: () => withBundles(benchColdStart) },
  synth: { says: "Synth of one authority…", measure: benchSynth },
  domain: { says: "Folding and assessing…", measure: async () => benchDomain() },
  reports: { says: "Counting a quarter of ten thousand episodes…", measure: async () => benchReports() },
  console: { says: "Drawing the console's pages among 500 open episodes…", measure: benchConsole },
  growth: { says: "Growing to 10,000 open episodes and a million mails…", measure: benchGrowth },
  mails: { says: "Driving ten children's stories for their mails…", measure: benchMailStories },
  lab: { says: "Episodes in LocalStack…", measure: benchLab },
};

const machine = () => ({
  cpus: cpus().length,
  model: cpus()[0]?.model,
  node: process.version,
  load: loadavg().map((one) => rounded(one)),
});

/** `npm run bench [-- SECTION …]`: every figure beside its limit, as one JSON value. A missed limit is no failure. */
const run = async (wanted: readonly string[]): Promise<void> => {
  const unknown = wanted.find((name) => !Object.hasOwn(sections, name));
  if (unknown !== undefined) {
    progress(`There is no section "${unknown}". There are: ${Object.keys(sections).join(", ")}.`);
    process.exitCode = 2;
    return;
  }
  const figures: Record<string, unknown> = { before: machine() };
  for (const [name, { says, measure }] of Object.entries(sections)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    progress(says);
    try {
      figures[name] = await measure();
    } catch (error) {
      figures[name] = { error: error instanceof Error ? error.message : String(error) };
      process.exitCode = 1;
    }
  }
  process.stdout.write(`${JSON.stringify({ ...figures, after: machine() }, null, 2)}\n`);
};

endWithTheReader();
await run(process.argv.slice(2));
// The parser's thread would keep the process.
process.exit();
