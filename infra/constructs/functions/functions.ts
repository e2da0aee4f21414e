import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Code } from "aws-cdk-lib/aws-lambda";
import type { StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import { CfnCondition, CfnParameter, Fn, Stack } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { Profile } from "../../../functions/domain/profile/profile.ts";
import { deadlineKeepers, type FunctionName, functionNames, pascal } from "../../functions.ts";
import { configurationSet, domainOf, physicalName } from "../../names.ts";
import type { AlarmBell } from "../alarms/alarm-bell.ts";
import type { ConsoleParameters } from "../console/console-parameters.ts";
import type { InboundMail } from "../mail/inbound-mail.ts";
import type { Tables } from "../tables.ts";
import { type Grantable, grantAccess } from "./grant-access.ts";
import { SafeFunction } from "./safe-function.ts";

export type FunctionsProps = {
  profile: Profile;
  codeOf: (name: FunctionName) => Code;
  key: IKey;
  bell: AlarmBell;
  tables: Tables;
  mail: InboundMail;
  signingKey: IKey;
  console: ConsoleParameters;
  workflow: StateMachine;
};

/** Every function with the same environment and only its own rights. */
export class Functions extends Construct {
  readonly all: Record<FunctionName, SafeFunction>;

  constructor(scope: Construct, id: string, props: FunctionsProps) {
    super(scope, id);
    const { profile, codeOf, key, bell } = props;
    const { stateMachineArn, stateMachineName } = props.workflow;
    // By name: those that are asked get this environment too.
    const liveArnOf = liveArns(this, profile.authority);
    const environment = environmentOf(this, props, { stateMachineArn, liveArnOf });
    const executionsArn = arn(this, "states", `execution:${stateMachineName}:*`);
    const to: Grantable = {
      ...props,
      bucket: props.mail.bucket,
      queue: props.mail.queue,
      stateMachineArn,
      executionsArn,
      liveArnOf,
      sender: sender(this, profile),
    };
    const reserved = deadlineReserve(this);
    const keepers: readonly FunctionName[] = deadlineKeepers;
    const make = (name: FunctionName): SafeFunction => {
      const own = {
        authority: profile.authority,
        name,
        code: codeOf(name),
        environment,
        key,
        bell,
        ...(keepers.includes(name) ? { reserved } : {}),
      };
      const fn = new SafeFunction(this, pascal(name), own);
      grantAccess(name, fn, to);
      return fn;
    };
    this.all = Object.fromEntries(functionNames.map((name) => [name, make(name)])) as typeof this.all;
  }
}

/** None unless it is asked for: a new account's quota has no room for one (`npm run quota` says what has). */
const deadlineReserve = (scope: Construct): unknown => {
  const stack = Stack.of(scope);
  const reserve = new CfnParameter(stack, "DeadlineReserve", {
    type: "Number",
    default: 0,
    minValue: 0,
    maxValue: 100,
    description: `How much of the account's concurrency each of ${deadlineKeepers.join(", ")} has for itself; 0: none`,
  });
  const reserves = new CfnCondition(stack, "ReservesForDeadlines", {
    expression: Fn.conditionNot(Fn.conditionEquals(reserve.valueAsString, "0")),
  });
  return { "Fn::If": [reserves.logicalId, { Ref: reserve.logicalId }, { Ref: "AWS::NoValue" }] };
};

/** The alias of a function by its name, for whatever may not refer to it. */
export const liveArns =
  (scope: Construct, authority: string) =>
  (name: FunctionName): string =>
    arn(scope, "lambda", `function:${physicalName(authority, name)}:live`);

const arn = (scope: Construct, service: string, rest: string): string => {
  const { account, region } = Stack.of(scope);
  return `arn:aws:${service}:${region}:${account}:${rest}`;
};

const sender = (scope: Construct, { mail }: Profile): Grantable["sender"] => ({
  from: mail.from,
  arns: [`identity/${domainOf(mail.from)}`, `configuration-set/${configurationSet}`].map((rest) =>
    arn(scope, "ses", rest),
  ),
});

const environmentOf = (
  scope: Construct,
  { profile, mail, tables, signingKey, console }: FunctionsProps,
  called: Pick<Grantable, "stateMachineArn" | "liveArnOf">,
): Record<string, string> => {
  const stack = Stack.of(scope);
  const set = new CfnParameter(stack, "ConfigurationSet", {
    default: "",
    allowedValues: ["", configurationSet],
    description:
      "The SES configuration set mails go through: none until the account's mail stack is deployed",
  });
  const level = new CfnParameter(stack, "LogLevel", {
    default: "INFO",
    allowedValues: ["DEBUG", "INFO", "WARN", "ERROR"],
    description: "How much the functions log. Never names, addresses or bodies, whatever the level",
  });
  const lab = new CfnParameter(stack, "AcceptsLab", {
    default: "no",
    allowedValues: ["no", "yes"],
    description: 'Takes anybody\'s word for who acted, as a lab has to. Never "yes" in an account',
  });
  return {
    AUTHORITY: profile.authority,
    ACCEPTS_LAB: lab.valueAsString,
    RAW_BUCKET: mail.bucket.bucketName,
    LEDGER_TABLE: tables.ledger.tableName,
    EVENTS_TABLE: tables.events.tableName,
    EPISODES_TABLE: tables.episodes.tableName,
    OUTBOX_TABLE: tables.outbox.tableName,
    RETURNS_TABLE: tables.returns.tableName,
    SESSIONS_TABLE: tables.sessions.tableName,
    CONSOLE_URL: console.url,
    CONSOLE_SIGNING_KEY: signingKey.keyArn,
    SIGN_IN_ISSUER: console.issuer,
    SIGN_IN_CLIENT: console.clientId,
    STATE_MACHINE_ARN: called.stateMachineArn,
    ATTACHMENT_READER_ARN: called.liveArnOf("read-attachment"),
    MAIL_READER_ARN: called.liveArnOf("ingest-compact"),
    RECORD_ACTION_ARN: called.liveArnOf("record-action"),
    DECIDE_QUARANTINE_ARN: called.liveArnOf("decide-quarantine"),
    SES_CONFIGURATION_SET: set.valueAsString,
    LOG_LEVEL: level.valueAsString,
    // The service is a dimension of every metric: two authorities in one account keep their alarms apart.
    POWERTOOLS_SERVICE_NAME: `safe-return-${profile.authority}`,
    POWERTOOLS_METRICS_NAMESPACE: "SafeReturn",
  };
};
