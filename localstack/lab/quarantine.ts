import { ledger } from "../../functions/adapters/ledger.ts";
import type { Clients } from "./clients.ts";
import type { Deployed } from "./stacks.ts";

export type Waiting = { mailId: string; reasons: string[]; receivedAt: string };

/** The mails that wait for a person, oldest first. */
export const listQuarantine = async ({ dynamo }: Clients, { tables }: Deployed): Promise<Waiting[]> => {
  const entries = await ledger(dynamo, tables).quarantined();
  return entries
    .map(({ mailId, reasons, receivedAt }) => ({ mailId, reasons: [...reasons], receivedAt }))
    .sort((a, b) => a.receivedAt.localeCompare(b.receivedAt));
};
