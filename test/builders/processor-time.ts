/**
 * What some work answers, and the milliseconds for which it kept its thread's processor busy. What else the machine
 * does leaves these nearly as they are, where time on the wall may grow tenfold, so a test may tell a quadratic pattern
 * from an honest one by them.
 */
export const onProcessor = <T>(work: () => T): { answer: T; ms: number } => {
  const before = process.threadCpuUsage();
  const answer = work();
  const { user, system } = process.threadCpuUsage(before);
  return { answer, ms: (user + system) / 1_000 };
};

/** An honest pattern takes a tenth of it for the longest value of a test, a quadratic one ten times as much. */
export const HONEST_MS = 1_000;
