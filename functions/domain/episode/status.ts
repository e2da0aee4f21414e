import { toInstant } from "../calendar/instant.ts";
import type { ActionEvent, CompactEvent } from "./events.ts";
import { inStatedOrder } from "./order.ts";
import { returnsSaid } from "./stated-by-us.ts";

export type Standing = {
  status: "missing" | "returned" | "cancelled";
  cancelledBecause?: string;
  cancelledAt?: string;
  /** The report that ended the absence, or whoever said so; of several the first to reach us. */
  found?: Turn;
  /** It rests on a cancellation alone, which says nothing of the child: a return until somebody says otherwise (ALL-08). */
  assumed?: Turn;
};

/** What a report, or a person of the authority, says has become of the child. */
type Turn = Pick<CompactEvent, "id" | "type" | "at" | "recordedAt" | "trusted"> & {
  compact?: CompactEvent["compact"];
};

const saysBack = ({ compact }: Turn): boolean =>
  compact?.returnedAt !== undefined || compact?.foundAt !== undefined;

/** A found report is void once somebody recorded that it was wrong. */
const retracted = (found: Turn, actions: readonly ActionEvent[]): boolean =>
  actions.some((a) => a.type === "found-retracted" && toInstant(a.recordedAt) >= toInstant(found.recordedAt));

const firstReceived = (a: Turn | undefined, b: Turn): Turn =>
  a && toInstant(a.recordedAt) <= toInstant(b.recordedAt) ? a : b;

const next = (standing: Standing, event: Turn, actions: readonly ActionEvent[]): Standing => {
  switch (event.type) {
    case "found":
      return event.trusted && !retracted(event, actions)
        ? { status: "returned", found: firstReceived(standing.found, event) }
        : standing;
    case "cancelled":
      // "Cancelled" after a return is the force closing its record and ends nothing (ALL-05).
      return event.trusted && standing.status === "missing" && !retracted(event, actions)
        ? {
            status: "returned",
            found: firstReceived(standing.found, event),
            ...(saysBack(event) ? {} : { assumed: event }),
          }
        : standing;
    case "deceased":
      // No return, and so no duty of one: what follows a death is not this system's to say.
      return event.trusted
        ? { status: "cancelled", cancelledBecause: "the child has died", cancelledAt: event.recordedAt }
        : standing;
    case "missing":
    case "absent":
      return { status: "missing" };
    case "update":
      return standing;
  }
};

const saidToStand = (compacts: readonly CompactEvent[], actions: readonly ActionEvent[]): Standing =>
  inStatedOrder<Turn>([...compacts, ...returnsSaid(actions)]).reduce<Standing>(
    (s, event) => next(s, event, actions),
    { status: "missing" },
  );

/** Where the child stands after all compacts in the order they state, and what people recorded. */
export const standingOf = (compacts: readonly CompactEvent[], actions: readonly ActionEvent[]): Standing => {
  const cancel = actions.find((a) => a.type === "cancel");
  if (cancel) {
    const { found } = saidToStand(compacts, actions);
    return {
      status: "cancelled",
      cancelledBecause: String(cancel.data.reason).replaceAll("-", " "),
      cancelledAt: cancel.recordedAt,
      ...(found ? { found } : {}),
    };
  }
  if (compacts.length === 0)
    return { status: "cancelled", cancelledBecause: "its only report was taken off" };
  return saidToStand(compacts, actions);
};
