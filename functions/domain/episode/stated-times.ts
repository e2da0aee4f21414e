import { toInstant } from "../calendar/instant.ts";
import type { Compact } from "../compact/compact.ts";
import type { CompactEvent } from "./events.ts";

const stated = ["missingSince", "reportedAt", "foundAt", "returnedAt"] as const;

/**
 * What a compact states, with no time later than its receipt: a sender's clock that runs fast, or a slip in the
 * year, must not put a deadline off.
 */
export const notAfterReceipt = ({ compact, recordedAt }: CompactEvent): Compact => {
  const late = stated.filter((field) => {
    const iso = compact[field];
    return iso !== undefined && toInstant(iso) > toInstant(recordedAt);
  });
  return late.length === 0
    ? compact
    : { ...compact, ...Object.fromEntries(late.map((f) => [f, recordedAt])) };
};
