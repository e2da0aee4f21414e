import { LabError } from "./errors.ts";

const WITHIN_MS = 3_000;

/** Somebody else's LocalStack has no process of ours to look at, so it is asked. */
export const requireAnswer = async (endpoint: string): Promise<void> => {
  try {
    await fetch(`${endpoint}/_localstack/health`, { signal: AbortSignal.timeout(WITHIN_MS) });
  } catch (cause) {
    throw new LabError(`Nothing answers at ${endpoint}, where SAFE_RETURN_ENDPOINT points.`, { cause });
  }
};
