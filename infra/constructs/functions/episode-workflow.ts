import type { IKey } from "aws-cdk-lib/aws-kms";
import type { IAlias } from "aws-cdk-lib/aws-lambda";
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from "aws-cdk-lib/aws-stepfunctions";
import { RemovalPolicy } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { EncryptedLogGroup } from "../encrypted-log-group.ts";
import { pinLogicalId } from "../pin-logical-id.ts";

/** Placeholder in the definition -> the function that does the task. */
export type EpisodeTasks = Record<"FollowLadder" | "KeepToken" | "CloseEpisode" | "HandOver", IAlias>;

export type EpisodeWorkflowProps = { name: string; definition: object; tasks: EpisodeTasks; key: IKey };

/** The protocol as states. It calls aliases, so an episode that waits for weeks meets the newest code. */
export class EpisodeWorkflow extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, { name, definition, tasks, key }: EpisodeWorkflowProps) {
    super(scope, id);
    const arns = Object.entries(tasks).map(([slot, alias]) => [slot, alias.functionArn]);
    this.stateMachine = new StateMachine(this, "Machine", {
      stateMachineName: name,
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(JSON.stringify(definition)),
      definitionSubstitutions: Object.fromEntries(arns),
      tracingEnabled: true,
      logs: {
        destination: new EncryptedLogGroup(this, "Logs", `/aws/vendedlogs/states/${name}`, key),
        level: LogLevel.ERROR,
        includeExecutionData: false,
      },
      // Deleting a state machine ends every episode it runs.
      removalPolicy: RemovalPolicy.RETAIN,
    });
    pinLogicalId(this.stateMachine, "EpisodeStateMachine");
    for (const alias of Object.values(tasks)) alias.grantInvoke(this.stateMachine);
  }
}
