import { Logger } from "@aws-lambda-powertools/logger";

/** Ids, decisions and timings only: never a name, an address, a body or an event. */
export const log = new Logger();

/** What may be said of an error: its name, its own words, and the name of what caused it; never the cause itself. */
export const describe = (error: unknown): { error: string; because?: string } => {
  if (!(error instanceof Error)) return { error: "unknown" };
  const cause = error.cause instanceof Error ? { because: error.cause.name } : {};
  const ours = error.name === "TransientError" || error.name === "PermanentError";
  return { error: ours ? `${error.name}: ${error.message}` : error.name, ...cause };
};
