import { LambdaClient } from "@aws-sdk/client-lambda";
import { Command } from "commander";
import { toIso } from "../../../functions/domain/calendar/instant.ts";
import { openLab } from "../../lab/api.ts";
import { asJson, commandLine, standardStreams } from "../../lab/command-line.ts";
import { authorityProfile } from "../../lab/stack/authority-profile.ts";
import { readTime } from "../../lab/times.ts";
import { endWithTheReader } from "../broken-pipe.ts";
import type { FunctionVersions } from "./plan.ts";
import { goBack, listReleases, prune } from "./release.ts";

type Flags = { authority: string; aws?: boolean; to: string };

/** In an account the caller's own credentials and region count; the lab never uses them. */
const lambdaOf = async (aws: boolean | undefined): Promise<LambdaClient> => {
  if (aws) return new LambdaClient();
  const lab = openLab();
  await lab.requireUp();
  return lab.clients.lambda;
};

const kept = ({ name, live, versions }: FunctionVersions): string =>
  `${name}: ${versions
    .map((v) => `${v.version} of ${toIso(v.publishedAt)}${v.version === live ? " (live)" : ""}`)
    .join(", ")}`;

const args = process.argv.slice(2);

endWithTheReader();
process.exitCode = await commandLine(args, standardStreams, async ({ json, help }) => {
  const program = new Command("release")
    .description("an authority's published code: which versions are kept, going back, and deleting old ones")
    .exitOverride()
    .configureOutput({ writeOut: help, writeErr: () => {}, outputError: () => {} });
  const command = <T>(
    name: string,
    says: string,
    run: (lambda: LambdaClient, flags: Flags) => Promise<T>,
    words: (done: T) => string[],
  ) =>
    program
      .command(name)
      .description(says)
      .requiredOption("--authority <name>", "whose functions")
      .option("--aws", "in the account of your own AWS credentials, instead of the lab")
      .option("--json", "one JSON value on stdout and nothing else")
      .action(async (flags: Flags) => {
        authorityProfile(flags.authority);
        const done = await run(await lambdaOf(flags.aws), flags);
        standardStreams.out(json ? asJson(done) : `${words(done).join("\n")}\n`);
      });
  command(
    "list",
    "every function's kept versions",
    (lambda, { authority }) => listReleases(lambda, authority),
    (all) => all.map(kept),
  );
  command(
    "back",
    "points every function at the version that was live at a time",
    (lambda, { authority, to }) => goBack(lambda, authority, readTime(to)),
    (moves) => [
      ...moves.map(({ name, from, to }) => `${name}: from version ${from} back to ${to}`),
      ...(moves.length === 0 ? ["What is live was live then."] : []),
    ],
  ).requiredOption("--to <time>", "a time with its zone, before the deploy to undo");
  command(
    "prune",
    "deletes every version but the newest three and the one that is live",
    (lambda, { authority }) => prune(lambda, authority),
    (all) => all.map(({ name, deleted }) => `${name}: deleted ${deleted.join(", ") || "nothing"}`),
  );
  await program.parseAsync(args, { from: "user" });
  return 0;
});
