import { parseArgs } from "node:util";
import { endWithTheReader } from "../../localstack/tools/broken-pipe.ts";
import { type Outcome, simulate } from "../simulation/simulate.ts";
import { harms } from "../simulation/weather.ts";

/**
 * `npm run soak [-- --seeds 200] [--from SEED]`: simulates the whole pipeline under faults, a story for each seed, prints the
 * figures, and ends at the first seed after which something is lost, late, told twice or let in.
 * `npm run soak -- --replay SEED` runs that one again and prints what befell it.
 */
const wholeNumber = (text: string, option: string): number => {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new RangeError(`--${option} has to be a whole number above 0, not "${text}".`);
};

const add = (to: Map<string, number>, what: Record<string, number>): void => {
  for (const [key, value] of Object.entries(what)) to.set(key, (to.get(key) ?? 0) + value);
};

const share = (sorted: readonly number[], part: number): string => {
  const at = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  return at === undefined ? "none" : `${(at / 1_000).toFixed(1)} s`;
};

const figures = () => {
  const sums = new Map<string, number>();
  const harmed = new Map<string, number>();
  const points = new Map<string, Set<string>>();
  const late: Record<Outcome["climate"], number[]> = { fair: [], "no-workflow": [], storm: [] };
  const take = (outcome: Outcome): void => {
    const { episodes, mails, letters, rungs, repeats, orders, forged } = outcome;
    add(sums, { seeds: 1, episodes, mails, letters, rungs, repeats, orders, forged });
    add(harmed, outcome.harmed);
    for (const [point, ways] of outcome.points)
      points.set(point, new Set([...(points.get(point) ?? []), ...ways]));
    late[outcome.climate].push(...outcome.late);
  };
  const lines = (): string[] => {
    for (const all of Object.values(late)) all.sort((a, b) => a - b);
    const covered = [...points.values()].reduce((sum, ways) => sum + ways.size, 0);
    const all = points.size * harms.length;
    const of = (name: string): number => sums.get(name) ?? 0;
    return [
      `seeds ${of("seeds")} · episodes ${of("episodes")} · mails ${of("mails")} · timers ${of("rungs")} · letters ${of("letters")}`,
      `faults injected: ${[...harmed].map(([what, count]) => `${what} ${count}`).join(", ")}`,
      `late, in fair weather: p99.9 ${share(late.fair, 0.999)} · Step Functions away: worst ${share(late["no-workflow"], 1)}`,
      `letters twice, as SES had taken them when their function died: ${of("repeats")}`,
      `crash points (function, call, way of dying): ${covered} of ${all} (${((100 * covered) / all).toFixed(1)} %)`,
      `orders of up to six events folded to the same episode: ${of("orders")}`,
      `forged mails: ${of("forged")}, let in 0 · words of a child where none may stand: 0 · losses 0`,
    ];
  };
  return { take, lines };
};

const report = ({ seed, findings, trace }: Outcome, whole: boolean): void => {
  const shown = whole ? trace : trace.slice(-60);
  process.stderr.write(`${shown.join("\n")}\n\nSeed ${seed}:\n${findings.join("\n")}\n`);
  process.stderr.write(`Again: npm run soak -- --replay ${seed}\n`);
  process.exitCode = 1;
};

const EVERY_MS = 30_000;

const main = async (): Promise<void> => {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ options: { seeds: text, from: text, replay: text } });
  if (values.replay !== undefined) {
    const outcome = await simulate(wholeNumber(values.replay, "replay"));
    if (outcome.findings.length > 0) return report(outcome, true);
    process.stdout.write(
      `${outcome.trace.join("\n")}\nSeed ${outcome.seed}: nothing lost, late, told twice or let in.\n`,
    );
    return;
  }
  const from = wholeNumber(values.from ?? "1", "from");
  const seeds = wholeNumber(values.seeds ?? "200", "seeds");
  const { take, lines } = figures();
  let saidAt = Date.now();
  for (let seed = from; seed < from + seeds; seed += 1) {
    const outcome = await simulate(seed);
    if (outcome.findings.length > 0) return report(outcome, false);
    take(outcome);
    if (Date.now() - saidAt < EVERY_MS) continue;
    saidAt = Date.now();
    process.stderr.write(`${seed - from + 1} of ${seeds} seeds; this far again from --from ${seed + 1}\n`);
  }
  process.stdout.write(`${lines().join("\n")}\nNext: --from ${from + seeds}\n`);
};

endWithTheReader();
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : "soak failed"}\n`);
  process.exitCode = 2;
});
