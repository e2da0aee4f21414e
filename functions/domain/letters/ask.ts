import type { Context } from "../condition/context.ts";
import type { DueRung, Duty } from "../duty/duty.ts";

/** What one duty asks of somebody now: its rungs that are due together, under one rule. */
export type Ask = { duty: Duty; rungs: readonly DueRung[]; context: Context };

export const ruleOf = ({ duty, rungs }: Ask): string => rungs.at(-1)?.rung.rule ?? duty.rule.id;

/** Where the source asks for this mail; what it does not ask for is said to be ours (ALL-19). */
export const clauseOf = ({ duty, rungs }: Ask): string => rungs.at(-1)?.rung.clause ?? duty.rule.clause;

export const isLocal = ({ rungs }: Ask): boolean => rungs.every(({ rung }) => rung.local === true);

/** Nothing is to be done for us: the mail itself was what the protocol asked for. */
export const isForInformation = ({ duty }: Ask): boolean => duty.rule.notice;

const limitOf = ({ duty }: Ask): number => duty.dueAt ?? Number.POSITIVE_INFINITY;

/** What is late longest stands first, then what is due next, then what has no limit; information last (ALL-13). */
export const inUrgency = (asks: readonly Ask[]): Ask[] =>
  asks.toSorted(
    (a, b) =>
      Number(isForInformation(a)) - Number(isForInformation(b)) ||
      (limitOf(a) === limitOf(b) ? a.duty.createdAt - b.duty.createdAt : limitOf(a) - limitOf(b)),
  );
