import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { Command } from "commander";
import { Temporal } from "temporal-polyfill";
import { LONDON } from "../../../functions/domain/calendar/london.ts";
import { openLab } from "../../lab/api.ts";
import { asJson, commandLine, standardStreams } from "../../lab/command-line.ts";
import { badArgument } from "../../lab/errors.ts";
import { chooseAuthority, deployedAuthorities } from "../../lab/stack/stacks.ts";
import { readTime } from "../../lab/times.ts";
import { endWithTheReader } from "../broken-pipe.ts";
import { reparse } from "./reparse.ts";
import { reparsedText, withoutValues } from "./words.ts";

type Flags = { since: string; authority?: string; aws?: boolean; values?: boolean };

/** In an account the caller's own credentials and region count; the lab never uses them. */
const inAccount = () => ({
  cloudformation: new CloudFormationClient(),
  dynamo: new DynamoDBClient(),
  s3: new S3Client({ forcePathStyle: true }),
});

const inLab = async () => {
  const lab = openLab();
  await lab.requireUp();
  return lab.clients;
};

/** A day begins at midnight in London. */
const readSince = (text: string): number => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return readTime(text);
  try {
    return Temporal.PlainDate.from(text).toZonedDateTime(LONDON).epochMilliseconds;
  } catch (cause) {
    throw badArgument(`"${text}" is not a day.`, cause);
  }
};

const args = process.argv.slice(2);

endWithTheReader();
process.exitCode = await commandLine(args, standardStreams, async ({ json, help }) => {
  const program = new Command("reparse")
    .description("reads the stored mails again with the code of now; changes nothing")
    .requiredOption("--since <date>", "a day, or a time with its zone")
    .option("--authority <name>", "default: the only one deployed")
    .option("--aws", "in the account of your own AWS credentials, instead of the lab")
    .option("--values", "what the fields say, too: children's data")
    .option("--json", "one JSON value on stdout and nothing else")
    .exitOverride()
    .configureOutput({ writeOut: help, writeErr: () => {}, outputError: () => {} })
    .parse(args, { from: "user" });
  const { since: day, authority, aws, values } = program.opts<Flags>();
  const since = readSince(day);
  const clients = aws ? inAccount() : await inLab();
  const deployed = chooseAuthority(await deployedAuthorities(clients), authority);
  const all = await reparse(since, clients, deployed);
  const shown = values ? all : withoutValues(all);
  standardStreams.out(json ? asJson(shown) : `${reparsedText(shown)}\n`);
  return 0;
});
