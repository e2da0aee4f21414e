import type { OfficeEvent } from "../../domain/office/events.ts";
import { emptyOffice, withEvent } from "../../domain/office/office.ts";
import { chain } from "../append-events/chain.ts";
import { OFFICE, type OfficeRow } from "../ports/office.ts";

/** A form that comes twice comes within minutes; as many others do not come between. */
const MOST_RECENT = 100;

/** The one row that letters and pages read, after one more event, and that event as it is kept. */
export const rowAfter = (before: OfficeRow | undefined, event: OfficeEvent) => {
  const [chained] = chain<OfficeEvent>(OFFICE, before ?? { seq: 0, lastHash: "" }, [event]);
  if (!chained) throw new RangeError("one event makes one link of the chain");
  const row: OfficeRow = {
    version: (before?.version ?? 0) + 1,
    seq: chained.seq,
    lastHash: chained.hash,
    office: withEvent(before?.office ?? emptyOffice, event),
    recent: [...(before?.recent ?? []), event.id].slice(-MOST_RECENT),
  };
  return { chained, row };
};
