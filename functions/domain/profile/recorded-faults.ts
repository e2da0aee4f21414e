import * as z from "zod";
import type { ActionName } from "../episode/action-names.ts";
import { actionSchemas } from "../episode/actions.ts";

type Recorded = { action: ActionName; with?: Readonly<Record<string, unknown>> | undefined };

/** Values an action can never have: what waits for them waits for ever. */
export const neverRecorded = (
  { action, with: wanted = {} }: Recorded,
  duties: readonly string[],
): string[] => {
  const shape: Record<string, z.ZodType> = actionSchemas[action].shape;
  return Object.entries(wanted).flatMap(([key, value]) => {
    const field = shape[key];
    if (!field) return [`"${action}" has no "${key}"`];
    if (!z.safeParse(field, value).success)
      return [`"${key}" of "${action}" is never ${JSON.stringify(value)}`];
    return action === "duty-done" && key === "duty" && !duties.includes(String(value))
      ? [`no duty is called "${String(value)}"`]
      : [];
  });
};
