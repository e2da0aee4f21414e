import { GetTemplateCommand } from "@aws-sdk/client-cloudformation";
import type { Tables } from "../../../functions/adapters/dynamo/tables.ts";
import { stackName } from "../../../infra/names.ts";
import { LabError } from "../../lab/errors.ts";
import type { Progress } from "../../lab/progress.ts";
import type { Deployed } from "../../lab/stack/stacks.ts";
import { adoption, type Replacement } from "./adopted-template.ts";
import type { RecoveryClients } from "./clients.ts";
import { importWith, updateWith } from "./deploy-template.ts";
import { restoreTable } from "./restore-table.ts";

/** Pinned in the template: `infra/constructs/tables.ts`. */
const logicalIds: Record<keyof Tables, string> = {
  ledger: "LedgerTable",
  events: "EventsTable",
  episodes: "EpisodesTable",
  outbox: "OutboxTable",
  returns: "ReturnsTable",
};

export type Restored = { tables: { logicalId: string; former: string; now: string }[] };

/** "20261201T090500Z": part of names, and of ids that take letters and figures only. */
const stampOf = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d+/g, "");

/** The former name, or the one of an earlier restoration, without that one's second. */
const nameFor = (former: string, stamp: string): string => `${former.replace(/-at-\w+$/, "")}-at-${stamp}`;

/**
 * The record's tables as they stood at a second, put into the stack in the place of those it has; these are kept, and
 * nothing deletes them. What was recorded since is in the former ones alone; its mails are found again as unaccounted.
 */
export const restoreTables = async (
  at: number,
  clients: RecoveryClients,
  { authority, tables }: Deployed,
  tell: Progress,
): Promise<Restored> => {
  const stack = stackName(authority);
  const { TemplateBody } = await clients.cloudformation.send(new GetTemplateCommand({ StackName: stack }));
  if (!TemplateBody) throw new LabError(`The template of ${stack} can't be read.`);
  const stamp = stampOf(at);
  tell("Restoring the tables: this may take hours, and nothing is changed yet.");
  const restored = await Promise.all(
    (Object.keys(logicalIds) as (keyof Tables)[]).map(async (table) => {
      const [former, name] = [tables[table], nameFor(tables[table], stamp)];
      const arn = await restoreTable(clients.dynamo, former, name, at);
      return { logicalId: logicalIds[table], former, name, arn };
    }),
  );
  const taken: Replacement[] = restored.map(({ logicalId, name, arn }) => ({ logicalId, name, arn }));
  const { releasing, importing, adopted } = adoption(TemplateBody, taken, stamp);
  tell("Putting every function on them; the former tables stay where they are.");
  await updateWith(clients, stack, releasing);
  tell("Taking them into the stack.");
  await importWith(clients, stack, importing, taken);
  await updateWith(clients, stack, adopted);
  return { tables: restored.map(({ logicalId, former, name }) => ({ logicalId, former, now: name })) };
};
