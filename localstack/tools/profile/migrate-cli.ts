import { userInfo } from "node:os";
import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { Command } from "commander";
import { openLab } from "../../lab/api.ts";
import { asJson, commandLine, standardStreams } from "../../lab/command-line.ts";
import { LabError } from "../../lab/errors.ts";
import { chooseAuthority, deployedAuthorities } from "../../lab/stack/stacks.ts";
import { migrate } from "./migrate.ts";
import { migrationText } from "./migrate-words.ts";

type Flags = {
  authority?: string;
  dryRun?: boolean;
  by: string;
  to?: string;
  aws?: boolean;
};

const program = new Command("migrate")
  .description("moves open episodes to the deployed version of their authority's profile")
  .option("--authority <name>", "default: the only one deployed")
  .option("--dry-run", "only say which open duties would move, and why")
  .option("--by <who>", "who decided it; kept in each episode's event", userInfo().username)
  .option("--to <hash>", "another kept version than the one deployed")
  .option("--aws", "in the account of your own AWS credentials, instead of the lab")
  .option("--json", "one JSON value on stdout and nothing else")
  .exitOverride()
  .configureOutput({ writeErr: () => {}, outputError: () => {} });

/** In an account the caller's own credentials and region count; the lab never uses them. */
const inAccount = async () => {
  const clients = { cloudformation: new CloudFormationClient(), lambda: new LambdaClient() };
  try {
    return { clients, all: await deployedAuthorities(clients), settled: async () => {} };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new LabError(`AWS could not be asked what is deployed (${why}).`, { cause });
  }
};

const inLab = async () => {
  const lab = openLab();
  await lab.requireUp();
  return { clients: lab.clients, all: await lab.deployed(), settled: lab.settle };
};

/** `npm run profile -- migrate`. */
export const migrateCommand = async (args: readonly string[]): Promise<void> => {
  process.exitCode = await commandLine(args, standardStreams, async ({ json, help }) => {
    program.configureOutput({ writeOut: help }).parse(args, { from: "user" });
    const { authority, dryRun = false, by, to, aws } = program.opts<Flags>();
    const { clients, all, settled } = aws ? await inAccount() : await inLab();
    const deployed = chooseAuthority(all, authority);
    const done = await migrate({ by, dryRun, to }, clients, deployed);
    if (!dryRun) await settled();
    standardStreams.out(json ? asJson(done) : `${migrationText(done)}\n`);
    return done.failed.length > 0 ? 1 : 0;
  });
};
