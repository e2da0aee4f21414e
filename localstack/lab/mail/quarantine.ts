import { ledger } from "../../../functions/adapters/dynamo/ledger.ts";
import type { Decision, LedgerEntry } from "../../../functions/core/ports/writes.ts";
import type { Clients } from "../stack/clients.ts";
import type { Deployed } from "../stack/stacks.ts";

/** `waiting`: how many reports the reader told apart in the mail and nobody has acted on; 0 where it could read none. */
export type Waiting = { mailId: string; reasons: string[]; receivedAt: string; waiting: number };

/** A mail that waited, and what ended its wait. */
export type DecidedLine = Waiting & { decision: Omit<Decision, "id"> };

const lineOf = ({ mailId, reasons, receivedAt, waiting = 0 }: LedgerEntry): Waiting => ({
  mailId,
  reasons: [...reasons],
  receivedAt,
  waiting,
});

const oldestFirst = <T extends Waiting>(lines: T[]): T[] =>
  lines.sort((a, b) => a.receivedAt.localeCompare(b.receivedAt));

/** The mails that wait for a person, oldest first. */
export const listQuarantine = async ({ dynamo }: Clients, { tables }: Deployed): Promise<Waiting[]> =>
  oldestFirst((await ledger(dynamo, tables).quarantined()).map(lineOf));

/** The mails that waited, oldest first. A discard is no event of any episode: this is where it can be seen. */
export const listDecided = async ({ dynamo }: Clients, { tables }: Deployed): Promise<DecidedLine[]> => {
  const entries = await ledger(dynamo, tables).decided();
  return oldestFirst(
    entries.flatMap((entry) => {
      if (!entry.decision) return [];
      const { id: _, ...decision } = entry.decision;
      return [{ ...lineOf(entry), waiting: 0, decision }];
    }),
  );
};
