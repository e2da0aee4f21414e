import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import {
  Alias,
  Architecture,
  CfnFunction,
  type Code,
  type IAlias,
  type IVersion,
  Function as LambdaFunction,
  Runtime,
} from "aws-cdk-lib/aws-lambda";
import { Duration, RemovalPolicy, Size, Stack } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { type FunctionName, functionCatalogue } from "../../functions.ts";
import { physicalName } from "../../names.ts";
import { accept } from "../accept.ts";
import type { AlarmBell } from "../alarms/alarm-bell.ts";
import { EncryptedLogGroup } from "../encrypted-log-group.ts";

export type SafeFunctionProps = {
  authority: string;
  name: FunctionName;
  code: Code;
  environment: Record<string, string>;
  key: IKey;
  bell: AlarmBell;
  /** A value of the template: how much of the account's concurrency is this function's and nobody else's. */
  reserved?: unknown;
};

/** A function that nobody calls but through its alias `live`, with logs that end and an alarm that explains. */
export class SafeFunction extends Construct {
  readonly live: IAlias;
  readonly role: Role;
  readonly timeout: Duration;

  constructor(scope: Construct, id: string, props: SafeFunctionProps) {
    super(scope, id);
    const { timeoutSeconds, memoryMb, hurt } = functionCatalogue[props.name];
    const functionName = physicalName(props.authority, props.name);
    const logGroup = new EncryptedLogGroup(this, "Logs", `/aws/lambda/${functionName}`, props.key);
    // A role of its own: Lambda's managed policy would let it write to every log group of the account.
    this.role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("lambda.amazonaws.com", {
        conditions: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
      }),
    });
    logGroup.grantWrite(this.role);
    this.timeout = Duration.seconds(timeoutSeconds);
    const fn = new LambdaFunction(this, "Function", {
      functionName,
      description: `Safe Return: ${props.name}`,
      code: props.code,
      handler: "index.handler",
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      timeout: this.timeout,
      memorySize: memoryMb,
      ephemeralStorageSize: Size.mebibytes(512),
      environment: props.environment,
      role: this.role,
      logGroup,
      // A rollback points the alias at a former version, so a deploy may not delete it.
      currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE },
    });
    accept(
      this,
      "It reaches AWS's own services and the sign-in provider over TLS and nothing listens: a network would add ways to fail",
      "NIST.800.53.R5-LambdaInsideVPC",
    );
    accept(
      this,
      "Who calls it keeps what failed and tries again: the queue with its dead letters, the workflow, the next minute's schedule, a person",
      "NIST.800.53.R5-LambdaDLQ",
    );
    accept(
      this,
      "A reserve is taken from the account's other functions, and a new account has ten for all: a parameter gives one to what keeps deadlines",
      "NIST.800.53.R5-LambdaConcurrency",
    );
    accept(this, "The rights of one role, made and gone with it", "NIST.800.53.R5-IAMNoInlinePolicy");
    const bare = fn.node.defaultChild;
    if (props.reserved !== undefined && bare instanceof CfnFunction)
      bare.addPropertyOverride("ReservedConcurrentExecutions", props.reserved);
    // The casts: CDK's classes and interfaces differ over `undefined` under exactOptionalPropertyTypes.
    const version = fn.currentVersion as IVersion;
    this.live = new Alias(this, "Live", { aliasName: "live", version }) as IAlias;
    props.bell.ring(`${id}Errors`, {
      metric: this.live.metricErrors({ period: Duration.minutes(5), statistic: "Sum" }),
      atLeast: 1,
      hurt,
      act: `Read the newest errors in the log group /aws/lambda/${functionName}, then mend or roll back`,
    });
  }

  may(actions: string[], resources: string[], conditions: PolicyStatement["conditions"] = {}): void {
    this.role.addToPrincipalPolicy(new PolicyStatement({ actions, resources, conditions }));
  }
}
