import { randomUUID } from "node:crypto";
import {
  type Capability,
  CreateChangeSetCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
  UpdateStackCommand,
  waitUntilChangeSetCreateComplete,
  waitUntilStackImportComplete,
  waitUntilStackUpdateComplete,
} from "@aws-sdk/client-cloudformation";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { LabError } from "../../lab/errors.ts";
import type { Replacement, Template } from "./adopted-template.ts";
import type { RecoveryClients } from "./clients.ts";

type Used = Pick<RecoveryClients, "cloudformation" | "s3">;

const polite = { minDelay: 1, maxDelay: 15, maxWaitTime: 3_600 };
const Capabilities: Capability[] = ["CAPABILITY_NAMED_IAM"];

/** Where CDK lays an account's templates: this one is too long to be sent in a request. */
const laidOut = async ({ cloudformation, s3 }: Used, StackName: string, template: Template) => {
  const { Stacks = [] } = await cloudformation.send(new DescribeStacksCommand({ StackName }));
  const [stack] = Stacks;
  const [, , , region, account] = stack?.StackId?.split(":") ?? [];
  if (!stack || !region || !account) throw new LabError(`The stack ${StackName} does not stand.`);
  const Bucket = `cdk-hnb659fds-assets-${account}-${region}`;
  const Key = `${StackName}-recovery.template.json`;
  await s3.send(new PutObjectCommand({ Bucket, Key, Body: JSON.stringify(template) }));
  const { protocol, hostname, port, path } = (await s3.config.endpoint?.()) ?? {
    protocol: "https:",
    hostname: `s3.${region}.amazonaws.com`,
    path: "/",
  };
  const origin = `${protocol}//${hostname}${port === undefined ? "" : `:${port}`}${path.replace(/\/$/, "")}`;
  return {
    StackName,
    TemplateURL: `${origin}/${Bucket}/${Key}`,
    Parameters: (stack.Parameters ?? []).map(({ ParameterKey }) => ({
      ParameterKey,
      UsePreviousValue: true,
    })),
    Capabilities,
  };
};

export const updateWith = async (clients: Used, stack: string, template: Template): Promise<void> => {
  const client = clients.cloudformation;
  await client.send(new UpdateStackCommand(await laidOut(clients, stack, template)));
  await waitUntilStackUpdateComplete({ client, ...polite }, { StackName: stack });
};

export const importWith = async (
  clients: Used,
  stack: string,
  template: Template,
  tables: readonly Replacement[],
): Promise<void> => {
  const client = clients.cloudformation;
  const ChangeSetName = `recovery-${randomUUID()}`;
  const request = await laidOut(clients, stack, template);
  await client.send(
    new CreateChangeSetCommand({
      ...request,
      ChangeSetName,
      ChangeSetType: "IMPORT",
      ResourcesToImport: tables.map(({ logicalId, name }) => ({
        ResourceType: "AWS::DynamoDB::Table",
        LogicalResourceId: logicalId,
        ResourceIdentifier: { TableName: name },
      })),
    }),
  );
  await waitUntilChangeSetCreateComplete({ client, ...polite }, { StackName: stack, ChangeSetName });
  await client.send(new ExecuteChangeSetCommand({ StackName: stack, ChangeSetName }));
  await waitUntilStackImportComplete({ client, ...polite }, { StackName: stack });
};
