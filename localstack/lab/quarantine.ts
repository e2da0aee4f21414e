import { ledger } from "../../functions/adapters/ledger.ts";
import type { Clients } from "./clients.ts";
import type { Deployed } from "./stacks.ts";

/** `waiting`: how many reports the reader told apart in the mail and nobody has acted on; 0 where it could read none. */
export type Waiting = { mailId: string; reasons: string[]; receivedAt: string; waiting: number };

/** The mails that wait for a person, oldest first. */
export const listQuarantine = async ({ dynamo }: Clients, { tables }: Deployed): Promise<Waiting[]> => {
  const entries = await ledger(dynamo, tables).quarantined();
  return entries
    .map(({ mailId, reasons, receivedAt, waiting = 0 }) => ({
      mailId,
      reasons: [...reasons],
      receivedAt,
      waiting,
    }))
    .sort((a, b) => a.receivedAt.localeCompare(b.receivedAt));
};
