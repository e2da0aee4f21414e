import type { Instant } from "../domain/calendar/instant.ts";
import type { Letter } from "../domain/letters/letter.ts";

/** A claim is a lease: whoever holds it sends; if they die, it expires and the next one sends. */
export type Claims = {
  take: (key: string, now: Instant, until: Instant) => Promise<boolean>;
};

/** Hands a letter to SES. Returns SES's message id; throws TransientError when SES would take it later. */
export type SendLetter = (letter: Letter, now: Instant) => Promise<string>;
