import { getTimeZoneTransition } from "temporal-polyfill/fns/ZonedDateTime";
import type { Instant } from "./instant.ts";
import { inLondon } from "./london.ts";

const HOUR = 3_600_000;

type Span = { from: Instant; to: Instant };

const spanAround = (at: Instant): Span => {
  const next = getTimeZoneTransition(inLondon(at), "next");
  // "Previous" is before an instant, never at it.
  const previous = getTimeZoneTransition(inLondon(at + 1), "previous");
  return {
    // The hour after a change is left out: its time of day may come for the second time.
    from: (previous?.epochMilliseconds ?? Number.NEGATIVE_INFINITY) + HOUR,
    to: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
  };
};

const isIn = ({ from, to }: Span, at: Instant): boolean => from <= at && at < to;

let latest: Span | undefined;

/** Do both lie between the same two changes of London's clocks? A day there is 24 hours, which is quickly added. */
export const noClockChangeBetween = (a: Instant, b: Instant): boolean => {
  if (!latest || !isIn(latest, a)) latest = spanAround(a);
  return isIn(latest, a) && isIn(latest, b);
};
