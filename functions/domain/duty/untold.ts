import type { Context } from "../condition/context.ts";
import type { DueRung, Duty } from "./duty.ts";
import { reachedBy } from "./recipients.ts";

/** An address is one mailbox however it is written. */
export const mailboxOf = (address: string): string => address.trim().toLowerCase();

/** The mailboxes that a rung reaches as the episode fills its roles now, and that no mail of it has told yet (ALL-13). */
export const untold = (duty: Duty, { id, rung }: DueRung, context: Context): string[] => {
  const told = context.episode.partlyTold.filter((e) => e.duty === duty.key && e.rung === id);
  const reached = reachedBy([rung], duty.rule, context).flatMap(({ addresses }) => addresses);
  return [...new Set(reached.map(mailboxOf))].filter(
    (address) => !told.some(({ only }) => only !== undefined && mailboxOf(only) === address),
  );
};
