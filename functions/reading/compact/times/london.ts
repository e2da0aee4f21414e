import { fromFields, getTimeZoneTransition } from "temporal-polyfill/fns/ZonedDateTime";

const zone = "Europe/London";
const hour = 3_600_000;

type Summer = { begins: number; ends: number };
const summers = new Map<number, Summer>();

/** When London's clocks change in a year. Asked of Temporal once: it costs more than the rest of reading a date. */
const summerOf = (year: number): Summer => {
  const known = summers.get(year);
  if (known) return known;
  const newYear = fromFields({ timeZone: zone, year, month: 1, day: 1 });
  const begins = getTimeZoneTransition(newYear, "next");
  const ends = begins && getTimeZoneTransition(begins, "next");
  const summer = {
    begins: begins?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    ends: ends?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
  };
  summers.set(year, summer);
  return summer;
};

const londonHours = (instant: number): 0 | 1 => {
  const { begins, ends } = summerOf(new Date(instant).getUTCFullYear());
  return instant >= begins && instant < ends ? 1 : 0;
};

/** An instant as London's clocks show it. */
export const inLondon = (instant: number): string => {
  const hours = londonHours(instant);
  return `${new Date(instant + hours * hour).toISOString().slice(0, 19)}+0${hours}:00`;
};

/** What London's clocks show, taken for UTC, as the instant it was. */
export const onLondonsClock = (wall: number): { at: string; ambiguous: boolean } => {
  // Read as summer time and as winter time. Where both hold the hour comes twice; where neither does it is skipped.
  const summer = wall - hour;
  const isSummer = londonHours(summer) === 1;
  const isWinter = londonHours(wall) === 0;
  const ambiguous = isSummer === isWinter;
  return { at: inLondon(ambiguous || isSummer ? summer : wall), ambiguous };
};
