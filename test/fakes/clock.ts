import { toInstant, toIso } from "../../functions/domain/calendar/instant.ts";

const MINUTE = 60_000;

/** A clock that only a test moves. */
export const aClock = (start: string) => {
  let at = toInstant(start);
  return {
    now: () => at,
    iso: () => toIso(at),
    to: (iso: string) => {
      at = toInstant(iso);
    },
    advance: (minutes: number) => {
      at += minutes * MINUTE;
    },
  };
};

export type Clock = ReturnType<typeof aClock>;
