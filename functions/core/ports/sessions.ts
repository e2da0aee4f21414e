import type { Instant } from "../../domain/calendar/instant.ts";
import type { Staff } from "../../domain/console/sign-in.ts";

/** A person signed in on one device. */
export type Session = {
  staff: Staff;
  /** Goes into every form, and must come back with it. */
  csrf: string;
  since: Instant;
  seen: Instant;
};

/** A sign-in on its way to the provider and back. */
export type PendingSignIn = {
  /** The browser it was begun in, by a cookie of its own: nobody can be signed in by another's link. */
  browser: string;
  nonce: string;
  verifier: string;
  /** The page that was asked for. */
  back: string;
};

/** What somebody had typed when their session was found ended. */
export type Parked = { subject: string; path: string; body: string };

/** Rows by a random id that only its holder knows; the store sees no more than the id's hash. */
export type Sessions = {
  open: (id: string, session: Session) => Promise<void>;
  /** Also one that ended by its age within the last day; whether it has is for the caller to see. */
  find: (id: string) => Promise<Session | undefined>;
  /** False where it was ended meanwhile: what was ended is never brought back. */
  seen: (id: string, session: Session) => Promise<boolean>;
  end: (id: string) => Promise<void>;
  /** On every device. */
  endAllOf: (subject: string) => Promise<void>;
  /** Those of the same person in which they hold other roles or teams than now. */
  endOutdated: (staff: Staff) => Promise<void>;
  keepSignIn: (state: string, pending: PendingSignIn, now: Instant) => Promise<void>;
  /** Once: a second answer to the same sign-in finds nothing. */
  takeSignIn: (state: string, now: Instant) => Promise<PendingSignIn | undefined>;
  park: (id: string, parked: Parked, now: Instant) => Promise<void>;
  parked: (id: string, now: Instant) => Promise<Parked | undefined>;
};
