import type { DueRung, Duty } from "../../domain/duty/duty.ts";

export type DueRungOfDuty = DueRung & { duty: Duty };
export type DueMail = { duty: Duty; rungs: readonly DueRungOfDuty[] };

/** One mail a duty and rule: rungs that an outage left behind go out together, in their order. */
export const dueMails = (rungs: readonly DueRungOfDuty[]): DueMail[] => {
  const mails = Map.groupBy(rungs, (r) => `${r.duty.key}\u0000${r.rung.rule ?? r.duty.rule.id}`);
  return [...mails.values()].flatMap((group) => (group[0] ? [{ duty: group[0].duty, rungs: group }] : []));
};
