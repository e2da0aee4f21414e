import { type FunctionName, functionCatalogue } from "../../../infra/functions.ts";
import type { Cost } from "../../dynamodb/counted.ts";
import { atMost, type Figure, rounded } from "../figure.ts";

/** Ten thousand episodes do not fit into what the tests give DynamoDB Local. */
export const BENCH_HEAP_MB = 1_024;

/** A whole processor, as Lambda gives it; a function with less memory gets its share. */
const WHOLE_MB = 1_769;
const ROUND_TRIP_MS = 5;
const SES_MS = 100;

/** What a run asks of the tables, and of this thread's processor. */
export type Run = Cost & { cpuMs: number; mails: number };

export const run = async (
  tables: { of: (work: () => Promise<unknown>) => Promise<Cost> },
  work: () => Promise<unknown>,
  mails: () => number,
): Promise<Run> => {
  const before = mails();
  const from = process.threadCpuUsage();
  const cost = await tables.of(work);
  const { user, system } = process.threadCpuUsage(from);
  return { ...cost, cpuMs: (user + system) / 1_000, mails: mails() - before };
};

/** As long as it would take in an account: its processor, each answer it waits for, and SES. */
export const secondsOf = (name: FunctionName, { cpuMs, roundTrips, mails }: Run): number => {
  const share = Math.min(functionCatalogue[name].memoryMb / WHOLE_MB, 1);
  return (cpuMs / share + roundTrips * ROUND_TRIP_MS + mails * SES_MS) / 1_000;
};

/** Beside half the time it may take. */
export const figureOf = (name: FunctionName, measured: Run, more: Record<string, unknown> = {}): Figure => {
  const { calls, roundTrips, reads, writes, cpuMs, mails } = measured;
  return atMost(functionCatalogue[name].timeoutSeconds / 2, secondsOf(name, measured), {
    unit: "s",
    calls,
    roundTrips,
    readUnits: rounded(reads),
    writeUnits: rounded(writes),
    cpuMs: rounded(cpuMs, 0),
    ...(mails > 0 ? { mails } : {}),
    ...more,
  });
};
