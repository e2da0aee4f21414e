import { toInstant } from "../calendar/instant.ts";
import type { CompactEvent, EpisodeEvent } from "./events.ts";

type Ordered = Pick<EpisodeEvent, "id" | "type" | "at" | "recordedAt">;

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Of two mails that state the same minute: a child goes missing before being found. */
const rank = ({ type }: Ordered): number => (type === "missing" || type === "absent" ? 0 : 1);

/** When it happened, when it was recorded, then the digest: the same order whatever order the mails arrived in. */
export const inStatedOrder = <E extends Ordered>(events: readonly E[]): E[] =>
  events.toSorted(
    (a, b) =>
      toInstant(a.at) - toInstant(b.at) ||
      rank(a) - rank(b) ||
      toInstant(a.recordedAt) - toInstant(b.recordedAt) ||
      byId(a, b),
  );

/**
 * When it was done, when it was recorded, and within one second as they were kept: events are numbered as they come,
 * and an act and what takes it back may be a click apart.
 */
export const inActedOrder = <E extends EpisodeEvent>(events: readonly E[]): E[] =>
  events.toSorted(
    (a, b) => toInstant(a.at) - toInstant(b.at) || toInstant(a.recordedAt) - toInstant(b.recordedAt),
  );

/** When it was sent: of two mails that state the same fact, the later one knows better. */
export const inSentOrder = (compacts: readonly CompactEvent[]): CompactEvent[] =>
  compacts.toSorted((a, b) => toInstant(a.sentAt) - toInstant(b.sentAt) || byId(a, b));
