import { GetAccountSettingsCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { GetSendQuotaCommand, SESClient } from "@aws-sdk/client-ses";
import { Command } from "commander";
import { openLab } from "../../lab/api.ts";
import { asJson, commandLine, standardStreams } from "../../lab/command-line.ts";
import { badArgument } from "../../lab/errors.ts";
import { endWithTheReader } from "../broken-pipe.ts";
import { judgeQuota, type Quota } from "./judge-quota.ts";

type Asked = { lambda: LambdaClient; ses: SESClient };

/** In an account the caller's own credentials and region count; the lab never uses them. */
const inAccount = (): Asked => ({ lambda: new LambdaClient(), ses: new SESClient() });

const inLab = async (): Promise<Asked> => {
  const lab = openLab();
  await lab.requireUp();
  return lab.clients;
};

const quotaOf = async ({ lambda, ses }: Asked): Promise<Quota> => {
  const { AccountLimit = {} } = await lambda.send(new GetAccountSettingsCommand());
  const { MaxSendRate = 0, Max24HourSend = 0 } = await ses.send(new GetSendQuotaCommand());
  const { ConcurrentExecutions: concurrent = 0 } = AccountLimit;
  const unreserved = AccountLimit.UnreservedConcurrentExecutions ?? concurrent;
  return { concurrent, unreserved, mailsASecond: MaxSendRate, mailsADay: Max24HourSend };
};

const count = (text: string): number => {
  if (!/^\d{1,4}$/.test(text)) throw badArgument(`"${text}" is not a number.`);
  return Number(text);
};

endWithTheReader();
process.exitCode = await commandLine(process.argv.slice(2), standardStreams, async ({ json, help }) => {
  const program = new Command("quota")
    .description("whether the account has room for what keeps deadlines; changes nothing")
    .option("--reserve <n>", "the parameter DeadlineReserve", "0")
    .option("--authorities <n>", "how many in this account get it", "1")
    .option("--aws", "in the account of your own AWS credentials, instead of the lab")
    .option("--json", "one JSON value on stdout and nothing else")
    .exitOverride()
    .configureOutput({ writeOut: help, writeErr: () => {}, outputError: () => {} })
    .parse(process.argv.slice(2), { from: "user" });
  const { reserve, authorities, aws } = program.opts<{
    reserve: string;
    authorities: string;
    aws?: boolean;
  }>();
  const wanted = { reserve: count(reserve), authorities: count(authorities) };
  const quota = await quotaOf(aws ? inAccount() : await inLab());
  const { lines, fits } = judgeQuota(quota, wanted);
  standardStreams.out(json ? asJson({ ...quota, fits }) : `${lines.join("\n")}\n`);
  return fits ? 0 : 1;
});
