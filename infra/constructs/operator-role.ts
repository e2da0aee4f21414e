import { AccountRootPrincipal, PolicyStatement, Role } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import { CfnOutput, Duration, Stack } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { physicalName, rawPrefix, stackName } from "../names.ts";
import { accept } from "./accept.ts";
import type { InboundMail } from "./mail/inbound-mail.ts";

export type OperatorRoleProps = {
  authority: string;
  key: IKey;
  mail: InboundMail;
  stateMachine: StateMachine;
};

/**
 * For people who operate, with a second factor and for an hour: what the runbook asks of them and no more. They read
 * logs and a mail nobody else could, redrive, look at executions and roll back; they can't change what is recorded.
 */
export class OperatorRole extends Construct {
  constructor(scope: Construct, id: string, { authority, key, mail, stateMachine }: OperatorRoleProps) {
    super(scope, id);
    const { account, region } = Stack.of(this);
    const own = (service: string, rest: string): string => `arn:aws:${service}:${region}:${account}:${rest}`;
    const role = new Role(this, "Role", {
      description: `Safe Return, ${authority}: people who operate it`,
      assumedBy: new AccountRootPrincipal().withConditions({
        Bool: { "aws:MultiFactorAuthPresent": "true" },
      }),
      maxSessionDuration: Duration.hours(1),
    });
    const may = (actions: string[], resources: string[], conditions = {}): void => {
      role.addToPolicy(new PolicyStatement({ actions, resources, conditions }));
    };
    const logs = ["/aws/lambda/", "/aws/vendedlogs/states/", "/aws/apigateway/"];
    may(
      ["logs:FilterLogEvents", "logs:GetLogEvents", "logs:StartQuery"],
      logs.map((path) => own("logs", `log-group:${path}${physicalName(authority, "*")}`)),
    );
    may(["cloudwatch:SetAlarmState"], [own("cloudwatch", `alarm:${stackName(authority)}-Bell*`)]);
    may(
      [
        "sqs:GetQueueAttributes",
        "sqs:ReceiveMessage",
        "sqs:StartMessageMoveTask",
        "sqs:ListMessageMoveTasks",
      ],
      [mail.deadLetters.queueArn],
    );
    may(["sqs:SendMessage"], [mail.queue.queueArn]);
    may(["s3:GetObject"], [mail.bucket.arnForObjects(`${rawPrefix}*`)]);
    may(["s3:ListBucket"], [mail.bucket.bucketArn], { StringLike: { "s3:prefix": `${rawPrefix}*` } });
    may(["kms:Decrypt", "kms:GenerateDataKey"], [key.keyArn], {
      StringEquals: { "kms:ViaService": [`s3.${region}.amazonaws.com`, `sqs.${region}.amazonaws.com`] },
    });
    may(["states:ListExecutions"], [stateMachine.stateMachineArn]);
    may(
      ["states:DescribeExecution", "states:GetExecutionHistory"],
      [own("states", `execution:${stateMachine.stateMachineName}:*`)],
    );
    may(
      ["lambda:GetAlias", "lambda:UpdateAlias", "lambda:ListVersionsByFunction"],
      [own("lambda", `function:${physicalName(authority, "*")}`)],
    );
    const patterns = [
      ...logs.map(
        (path) => `logs:<AWS::Region>:<AWS::AccountId>:log-group:${path}${physicalName(authority, "*")}`,
      ),
      `cloudwatch:<AWS::Region>:<AWS::AccountId>:alarm:${stackName(authority)}-Bell*`,
      "states:<AWS::Region>:<AWS::AccountId>:execution:<EpisodeStateMachine.Name>:*",
      `lambda:<AWS::Region>:<AWS::AccountId>:function:${physicalName(authority, "*")}`,
    ].map((rest) => `arn:aws:${rest}`);
    accept(
      role,
      "All of this authority's logs, alarms, executions, functions and raw mails, and nobody else's",
      ...[...patterns, `<RawMailBucket.Arn>/${rawPrefix}*`].map(
        (one) => `AwsSolutions-IAM5[Resource::${one}]`,
      ),
    );
    accept(role, "The rights of one role, made and gone with it", "NIST.800.53.R5-IAMNoInlinePolicy");
    new CfnOutput(Stack.of(this), "OperatorRoleArn", { value: role.roleArn });
  }
}
