import type { Instant } from "../../domain/calendar/instant.ts";

export type RawMail = { mailId: string };

/** When a mail without an account was first noticed, by our clock and not the store's. */
export type Sightings = { firstSeen: (mailId: string, now: Instant) => Promise<Instant> };
