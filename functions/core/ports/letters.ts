import type { Instant } from "../../domain/calendar/instant.ts";
import type { Letter } from "../../domain/letters/letter.ts";

/** A claim is a lease: whoever holds it sends; if they die, it expires and the next one sends. */
export type Claims = {
  take: (key: string, now: Instant, until: Instant) => Promise<boolean>;
  /** Of a claim that its holder needs no longer. */
  free: (key: string, now: Instant) => Promise<void>;
  /** Of a claim whose mail has gone: the next to ask may send again. One that is only held is left alone. */
  giveBack: (key: string, now: Instant) => Promise<void>;
};

/** Hands a letter to SES. Returns SES's message id; throws TransientError when SES would take it later. */
export type SendLetter = (letter: Letter, now: Instant) => Promise<string>;
