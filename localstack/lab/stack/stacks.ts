import { paginateDescribeStacks, type Stack } from "@aws-sdk/client-cloudformation";
import * as z from "zod";
import type { Tables } from "../../../functions/adapters/dynamo/tables.ts";
import { stackName } from "../../../infra/names.ts";
import { badArgument, LabError } from "../errors.ts";
import type { Clients } from "./clients.ts";

const outputsSchema = z.object({
  RawBucketName: z.string(),
  ReceiptTopicArn: z.string(),
  LedgerTableName: z.string(),
  EventsTableName: z.string(),
  EpisodesTableName: z.string(),
  OutboxTableName: z.string(),
  ReturnsTableName: z.string(),
  StateMachineArn: z.string(),
  RecordActionFunctionName: z.string(),
  DecideQuarantineFunctionName: z.string(),
  MigrateEpisodesFunctionName: z.string(),
  ConsoleApiId: z.string(),
  ConsoleSigningKeyArn: z.string(),
});

export type Outputs = z.infer<typeof outputsSchema>;

/** An authority's stack as it stands. Its outputs are the only note of what is deployed. */
export type Deployed = { authority: string; outputs: Outputs; tables: Tables };

const PREFIX = stackName("");
const inUse = new Set<string>(["CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE"]);

const asDeployed = ({ StackName = "", StackStatus, Outputs = [] }: Stack): Deployed[] => {
  if (!StackName.startsWith(PREFIX) || !inUse.has(StackStatus ?? "")) return [];
  const outputs = outputsSchema.parse(Object.fromEntries(Outputs.map((o) => [o.OutputKey, o.OutputValue])));
  const tables = {
    ledger: outputs.LedgerTableName,
    events: outputs.EventsTableName,
    episodes: outputs.EpisodesTableName,
    outbox: outputs.OutboxTableName,
    returns: outputs.ReturnsTableName,
  };
  return [{ authority: StackName.slice(PREFIX.length), outputs, tables }];
};

/** Every authority deployed here, by name. */
export const deployedAuthorities = async ({
  cloudformation,
}: Pick<Clients, "cloudformation">): Promise<Deployed[]> => {
  const stacks: Stack[] = [];
  for await (const page of paginateDescribeStacks({ client: cloudformation }, {}))
    stacks.push(...(page.Stacks ?? []));
  return stacks.flatMap(asDeployed).sort((a, b) => a.authority.localeCompare(b.authority));
};

const named = (deployed: readonly Deployed[]): string => deployed.map((d) => d.authority).join(", ");

export const noneDeployed = () =>
  new LabError("No authority is deployed in this lab yet: run npm run lab -- up --authority NAME.");

/** The one asked for, or the only one there is. */
export const chooseAuthority = (deployed: readonly Deployed[], wanted?: string): Deployed => {
  const [only, ...others] = deployed;
  if (!only) throw noneDeployed();
  if (wanted === undefined && others.length === 0) return only;
  if (wanted === undefined)
    throw badArgument(`Several authorities are deployed (${named(deployed)}): add --authority NAME.`);
  const chosen = deployed.find((d) => d.authority === wanted);
  if (!chosen) throw badArgument(`"${wanted}" is not deployed here, only ${named(deployed)}.`);
  return chosen;
};
