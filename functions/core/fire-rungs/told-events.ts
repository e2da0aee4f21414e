import { toIso } from "../../domain/calendar/instant.ts";
import { reachedBy } from "../../domain/duty/recipients.ts";
import type { RungEvent } from "../../domain/episode/events.ts";
import type { Plan } from "../append-events/plan.ts";
import { type DueRungOfDuty, dueIn } from "./asked-of.ts";
import { mailboxKey } from "./mailbox.ts";

/** A mail that SES took: to whom, and which rungs of the episode stood in it. */
export type Sent = { address: string; messageId: string; rungs: ReadonlySet<string> };

export const nameOf = ({ duty, id }: Pick<DueRungOfDuty, "duty" | "id">): string => `${duty.key}:${id}`;

const rungEvent = (rung: DueRungOfDuty, { context }: Plan, messageId?: string): RungEvent => {
  const at = toIso(context.now);
  return {
    kind: "rung",
    type: "rung-fired",
    id: `rung:${nameOf(rung)}`,
    at,
    recordedAt: at,
    duty: rung.duty.key,
    rung: rung.id,
    rule: rung.rung.rule ?? rung.duty.rule.id,
    to: reachedBy([rung.rung], rung.duty.rule, context).map(({ name }) => name),
    ...(messageId === undefined ? {} : { messageId }),
  };
};

const partly = (event: RungEvent, address: string): RungEvent => ({
  ...event,
  id: `${event.id}:${mailboxKey(address)}`,
  only: address,
});

/**
 * What a sent mail leaves on the record of an episode: each of its rungs has fired once everybody it reaches has their mail,
 * and until then has told one of them.
 */
export const toldEvents = (planned: Plan, { address, messageId, rungs }: Sent): RungEvent[] =>
  dueIn(planned)
    .rungs.filter((rung) => rungs.has(nameOf(rung)))
    .map((rung) => {
      const event = rungEvent(rung, planned, messageId);
      return rung.to.every((to) => to === address) ? event : partly(event, address);
    });

/** Rungs that are due and have nobody left to tell: whoever was is no longer among those they reach. */
export const nobodyLeft = (planned: Plan): RungEvent[] =>
  dueIn(planned)
    .rungs.filter(({ to }) => to.length === 0)
    .map((rung) => rungEvent(rung, planned));
