import type * as z from "zod";
import type { ActionName } from "../../episode/action-names.ts";
import { actionSchemas } from "../../episode/actions.ts";
import { didYouMean } from "./did-you-mean.ts";
import { fieldAt, neverIs } from "./field-at.ts";

type Recorded = { action: ActionName; with?: Readonly<Record<string, unknown>> | undefined };

/** Values an action can never have: what waits for them waits for ever. */
export const neverRecorded = (
  { action, with: wanted = {} }: Recorded,
  duties: readonly string[],
): string[] => {
  if (action === "duty-done" && !("duty" in wanted))
    return ['"duty-done" is recorded of each duty by name: say which, as in "with": { "duty": … }'];
  return Object.entries(wanted).flatMap(([key, value]) => {
    const field = fieldAt(actionSchemas[action] as z.ZodType, key, `"${action}"`);
    if (typeof field === "string") return [field];
    const never = neverIs(field, value);
    if (never) return [`"${key}" of "${action}" ${never}`];
    return action === "duty-done" && key === "duty" && !duties.includes(String(value))
      ? [`no duty is called "${String(value)}"${didYouMean(String(value), duties)}`]
      : [];
  });
};
