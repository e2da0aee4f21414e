import { Command } from "commander";
import { asJson, commandLine, standardStreams } from "../../lab/command-line.ts";
import { onStderr } from "../../lab/progress.ts";
import { chooseAuthority, type Deployed, deployedAuthorities } from "../../lab/stack/stacks.ts";
import { readTime } from "../../lab/times.ts";
import { endWithTheReader } from "../broken-pipe.ts";
import { arrive } from "./arrive.ts";
import { type RecoveryClients, recoveryClients } from "./clients.ts";
import { leave } from "./leave.ts";
import { redrive } from "./redrive.ts";
import { rebuildRows } from "./rows.ts";
import { restoreTables } from "./tables.ts";

type Flags = { authority?: string; aws?: boolean; to: string; from: string };

const args = process.argv.slice(2);

endWithTheReader();
process.exitCode = await commandLine(args, standardStreams, async ({ json, help }) => {
  let code = 0;
  const program = new Command("recover")
    .description("puts an authority right again after an accident; see Recovery in infra/README.md")
    .exitOverride()
    .configureOutput({ writeOut: help, writeErr: () => {}, outputError: () => {} });
  const command = <T>(
    name: string,
    says: string,
    run: (clients: RecoveryClients, deployed: Deployed, flags: Flags) => Promise<T>,
    words: (done: T) => string[],
  ) =>
    program
      .command(name)
      .description(says)
      .option("--authority <name>", "default: the only one deployed")
      .option("--aws", "in the account of your own AWS credentials, instead of the lab")
      .option("--json", "one JSON value on stdout and nothing else")
      .action(async (flags: Flags) => {
        const clients = await recoveryClients(flags.aws);
        const deployed = chooseAuthority(await deployedAuthorities(clients), flags.authority);
        const done = await run(clients, deployed, flags);
        standardStreams.out(json ? asJson(done) : `${words(done).join("\n")}\n`);
      });
  command(
    "redrive",
    "puts the mails of the dead-letter queue before ingest-compact again",
    redrive,
    (done) => [
      done.messages === 0 ? "No dead letter waits." : `${done.messages} on their way: see their ledger rows.`,
    ],
  );
  command(
    "rows",
    "makes every row anew of the events",
    async (clients, deployed) => {
      const done = await rebuildRows(clients, deployed);
      code = done.broken.length + done.failed.length > 0 ? 1 : 0;
      return done;
    },
    ({ rebuilt, broken, failed }) => [
      `${rebuilt.length} made anew.`,
      ...broken.map(({ id, seq }) => `${id} was left: its event ${seq} does not follow from the one before.`),
      ...failed.map((id) => `${id} failed: see the log of migrate-episodes.`),
    ],
  );
  command(
    "tables",
    "puts the tables back to a second, and these into the stack",
    (clients, deployed, { to }) => restoreTables(readTime(to), clients, deployed, onStderr),
    ({ tables }) => [
      ...tables.map(({ logicalId, former, now }) => `${logicalId} is ${now}; ${former} is kept.`),
      "Now: npm run recover -- rows, and look at the mails that came since.",
    ],
  ).requiredOption("--to <time>", "the last second that was right, with its zone");
  command(
    "leave",
    "copies the whole record into a folder as plain files: children's data",
    (clients, deployed, { to }) => leave(to, clients, deployed),
    ({ folder, mails, rows }) => [
      `${mails} mails and ${Object.entries(rows)
        .map(([table, n]) => `${n} rows of ${table}`)
        .join(", ")} in ${folder}; SHA256SUMS says what each must be.`,
    ],
  ).requiredOption("--to <folder>", "an empty one, outside this repository");
  command(
    "arrive",
    "puts such a copy into a deployment that has no record yet",
    (clients, deployed, { from }) => arrive(from, clients, deployed),
    ({ authority, mails, rows }) => [
      `${authority} has ${mails} mails and ${Object.values(rows).reduce((a, b) => a + b, 0)} rows now; the watchdog starts its workflows within minutes.`,
    ],
  ).requiredOption("--from <folder>", "what leave made");
  await program.parseAsync(args, { from: "user" });
  return code;
});
