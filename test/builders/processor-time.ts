/**
 * Milliseconds for which this thread kept a processor busy. What else the machine does leaves that nearly as it is,
 * where time on the wall may grow tenfold, so it may tell a quadratic pattern from an honest one in a test.
 */
export const processorMsOf = (work: () => void): number => {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
};
