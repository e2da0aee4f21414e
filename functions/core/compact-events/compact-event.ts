import { type Instant, toInstant, toIso } from "../../domain/calendar/instant.ts";
import type { Compact } from "../../domain/compact/compact.ts";
import type { CompactEvent } from "../../domain/episode/events.ts";

/** The mail an event comes from. */
export type Origin = {
  mailId: string;
  digest: string;
  force: string;
  trusted: boolean;
  /** The mail's own Date, where it has one. */
  date?: Instant | undefined;
  receivedAt: Instant;
  /** Why a report of it that calms an episode waits for a person. */
  doubt?: string | undefined;
};

const stated = (compact: Compact): string | undefined => {
  if (compact.kind === "missing" || compact.kind === "absent")
    return compact.missingSince ?? compact.reportedAt;
  if (compact.kind === "found" || compact.kind === "cancelled") return compact.returnedAt ?? compact.foundAt;
  return undefined;
};

/**
 * A compact as an event: it happened when it says, else when it was sent; neither may lie after the receipt,
 * for a sender's clock that runs fast must not put a deadline off.
 */
export const compactEvent = (compact: Compact, index: number, origin: Origin): CompactEvent => {
  const { digest, mailId, force, trusted, date, receivedAt } = origin;
  const sentAt = Math.min(date ?? receivedAt, receivedAt);
  const said = stated(compact);
  const at = Math.min(said === undefined ? sentAt : toInstant(said), receivedAt);
  return {
    kind: "compact",
    type: compact.kind,
    id: `compact:${digest}:${index}`,
    at: toIso(at),
    sentAt: toIso(sentAt),
    recordedAt: toIso(receivedAt),
    mailId,
    force,
    trusted,
    compact,
  };
};
