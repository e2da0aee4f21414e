import {
  CreateStackCommand,
  type CreateStackCommandInput,
  DescribeStackEventsCommand,
  GetTemplateCommand,
  waitUntilStackCreateComplete,
} from "@aws-sdk/client-cloudformation";
import { LabError } from "../errors.ts";
import type { Clients } from "./clients.ts";

const LOOK_EVERY_S = 0.2;
const WITHIN_S = 300;

/** The stack's template as it is deployed; undefined where there is no such stack. */
export const templateOf = async ({ cloudformation }: Clients, StackName: string): Promise<unknown> => {
  try {
    const { TemplateBody } = await cloudformation.send(new GetTemplateCommand({ StackName }));
    return JSON.parse(TemplateBody ?? "null");
  } catch {
    return undefined;
  }
};

/** The resources that could not be created, and why. */
const failures = async ({ cloudformation }: Clients, StackName: string): Promise<string> => {
  const { StackEvents = [] } = await cloudformation.send(new DescribeStackEventsCommand({ StackName }));
  return StackEvents.filter((event) => event.ResourceStatus?.endsWith("_FAILED"))
    .map((event) => `${event.LogicalResourceId}: ${event.ResourceStatusReason ?? "no reason given"}`)
    .join("\n");
};

/** Creates a stack and returns once it stands; the error names what failed in it. */
export const createStack = async (
  clients: Clients,
  stack: CreateStackCommandInput & { StackName: string },
): Promise<void> => {
  const { StackName } = stack;
  const client = clients.cloudformation;
  await client.send(new CreateStackCommand({ ...stack, Capabilities: ["CAPABILITY_NAMED_IAM"] }));
  try {
    const often = { minDelay: LOOK_EVERY_S, maxDelay: LOOK_EVERY_S, maxWaitTime: WITHIN_S };
    await waitUntilStackCreateComplete({ client, ...often }, { StackName });
  } catch (cause) {
    const why = await failures(clients, StackName);
    throw new LabError(`The stack ${StackName} could not be created.\n${why}`.trimEnd(), { cause });
  }
};
