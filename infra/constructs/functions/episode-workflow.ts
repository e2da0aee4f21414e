import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from "aws-cdk-lib/aws-stepfunctions";
import { RemovalPolicy, Stack } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { physicalName } from "../../names.ts";
import { accept } from "../accept.ts";
import { EncryptedLogGroup } from "../encrypted-log-group.ts";
import { pinLogicalId } from "../pin-logical-id.ts";

/** Placeholder in the definition -> the ARN of the alias that does the task. */
export type EpisodeTasks = Record<"FollowLadder" | "KeepToken" | "CloseEpisode" | "HandOver", string>;

export type EpisodeWorkflowProps = { authority: string; definition: object; tasks: EpisodeTasks; key: IKey };

/**
 * The protocol as states. It calls aliases, so an episode that waits for weeks meets the newest code. It names them and
 * refers to none, and has no fixed name itself: one kept when its stack went would stand in the way of the next.
 */
export class EpisodeWorkflow extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, { authority, definition, tasks, key }: EpisodeWorkflowProps) {
    super(scope, id);
    const name = physicalName(authority, "episode");
    this.stateMachine = new StateMachine(this, "Machine", {
      stateMachineType: StateMachineType.STANDARD,
      role: new Role(this, "Role", {
        assumedBy: new ServicePrincipal("states.amazonaws.com", {
          conditions: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
        }),
      }),
      definitionBody: DefinitionBody.fromString(JSON.stringify(definition)),
      definitionSubstitutions: tasks,
      tracingEnabled: true,
      logs: {
        destination: new EncryptedLogGroup(this, "Logs", `/aws/vendedlogs/states/${name}`, key),
        level: LogLevel.ERROR,
        includeExecutionData: false,
      },
      // Deleting a state machine ends every episode it runs.
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    accept(
      this,
      "Step Functions keeps each execution's history itself; the record is in the events, and errors are logged",
      "AwsSolutions-SF1",
    );
    accept(this, "Log delivery and X-Ray have no narrower resource", "AwsSolutions-IAM5[Resource::*]");
    accept(this, "The rights of one role, made and gone with it", "NIST.800.53.R5-IAMNoInlinePolicy");
    pinLogicalId(this.stateMachine, "EpisodeStateMachine");
    this.stateMachine.addToRolePolicy(
      new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: Object.values(tasks) }),
    );
  }
}
