import { dueRungs } from "../../domain/duty/assess.ts";
import type { DueRung, Duty } from "../../domain/duty/duty.ts";
import { untold } from "../../domain/duty/untold.ts";
import type { Ask } from "../../domain/letters/ask.ts";
import type { Plan } from "../append-events/plan.ts";

/** A rung that is due, and the mailboxes that no mail of it has told yet. */
export type DueRungOfDuty = DueRung & { duty: Duty; to: readonly string[] };

type Found = { rungs: DueRungOfDuty[]; failures: unknown[] };

/** One whose role nobody holds keeps no other waiting. */
export const dueIn = ({ assessment, context }: Plan): Found =>
  dueRungs(assessment, context.now).reduce<Found>(
    ({ rungs, failures }, rung) => {
      try {
        return { rungs: [...rungs, { ...rung, to: untold(rung.duty, rung, context) }], failures };
      } catch (cause) {
        return { rungs, failures: [...failures, cause] };
      }
    },
    { rungs: [], failures: [] },
  );

/** What an episode asks of one mailbox now: rungs that an outage left behind stand together, in their order. */
export const askedOf = (address: string, planned: Plan): Ask[] => {
  const theirs = dueIn(planned).rungs.filter(({ to }) => to.includes(address));
  const asks = Map.groupBy(theirs, ({ duty, rung }) => `${duty.key}\u0000${rung.rule ?? duty.rule.id}`);
  return [...asks.values()].flatMap((rungs) =>
    rungs[0] ? [{ duty: rungs[0].duty, rungs, context: planned.context }] : [],
  );
};
