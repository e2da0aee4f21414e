import type { Instant } from "../calendar/instant.ts";
import type { ForceMail } from "./force-mail.ts";

const GAPS = 20;

/** Before as many gaps are known, nobody can say what is usual. */
const FEWEST = 5;

const HOUR = 3_600_000;

/** The force's newest mail, and until when no other need have come. */
export type Silence = { lastAt: Instant; usualUntil: Instant };

/**
 * A force's usual gap is the largest of the last 20 between its mails, times the profile's factor, and never less than
 * the profile's hours. Only mails proved to be the force's count: a forged one must not cover its silence. `mails`
 * newest first; undefined until five gaps are known.
 */
export const silenceOf = (
  mails: readonly ForceMail[],
  { silentAfterHours, timesLargestGap }: { silentAfterHours: number; timesLargestGap: number },
): Silence | undefined => {
  const times = mails.filter(({ proved }) => proved).map(({ receivedAt }) => receivedAt);
  const [lastAt, ...earlier] = times.slice(0, GAPS + 1);
  if (lastAt === undefined || earlier.length < FEWEST) return undefined;
  const gaps = earlier.map((at, index) => (times[index] ?? at) - at);
  const usual = Math.max(silentAfterHours * HOUR, timesLargestGap * Math.max(...gaps));
  return { lastAt, usualUntil: lastAt + usual };
};
