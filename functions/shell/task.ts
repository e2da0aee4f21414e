import type * as z from "zod";
import { PermanentError, TransientError } from "../domain/errors.ts";
import { describe, log } from "./log.ts";

/** Only our two names leave a function, without the cause: the state machine matches on them, histories keep them. */
const bare = (error: unknown): Error => {
  if (error instanceof TransientError) return new TransientError(error.message);
  if (error instanceof PermanentError) return new PermanentError(error.message);
  return new PermanentError(error instanceof Error ? error.name : "unknown");
};

/**
 * A Lambda handler for a use case: input checked at the door, dependencies built once at cold start, errors
 * logged and passed on by name.
 */
export const task = <I, D, O>(
  schema: z.ZodType<I>,
  buildDeps: () => D,
  useCase: (input: I, deps: D) => Promise<O>,
): ((event: unknown) => Promise<O>) => {
  let deps: D | undefined;
  return async (event) => {
    try {
      deps ??= buildDeps();
      return await useCase(schema.parse(event), deps);
    } catch (error) {
      log.error("failed", describe(error));
      throw bare(error);
    }
  };
};
