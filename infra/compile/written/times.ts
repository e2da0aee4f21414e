import { anchors } from "../../../functions/domain/profile/clock.ts";
import { written } from "./fields.ts";

const units = "h|d|wd|wk";
const amount = `\\d+(?:\\.\\d+)?(?:${units})`;
const timeOfDay = " at (?:[01]\\d|2[0-3]):[0-5]\\d";

const parts = (said: string): { amount: number; unit: string; at?: string } => {
  const [length = "", at] = said.split(" at ");
  return { amount: Number.parseFloat(length), unit: length.replace(/^[-+\d.]+/, ""), ...(at ? { at } : {}) };
};

/** "24h" · "3d" · "2wd" · "1wk" */
export const amountSchema = written(
  new RegExp(`^${amount}$`),
  'has to be an amount and its unit, such as "24h", "3d", "2wd" (working days) or "1wk"',
)
  .transform(parts)
  .describe("An amount and its unit: 24h (hours), 3d (days), 2wd (working days, 17:00), 1wk (weeks)");

/** "returned + 72h": where the clock starts, and how long it runs. */
export const limitSchema = written(
  new RegExp(`^(?:${anchors.join("|")}) \\+ ${amount}(?:${timeOfDay})?$`),
  `has to be an anchor, " + " and an amount, such as "returned + 72h", "notified + 0wd" (the same working day) or "notified + 1wd at 09:15"; the anchors are ${anchors.join(", ")}`,
)
  .transform((said) => {
    const [anchor, length = ""] = said.split(" + ");
    return { anchor, ...parts(length) };
  })
  .describe(
    'Anchor + amount: "missing + 3d", "returned + 72h", "notified + 0wd" (the same working day), "found + 1d at 09:15"',
  );

export type Moment = { from: "created" | "due"; amount: number; unit: string; at?: string };

/** "created" · "created + 1h" (the duty arose) · "limit" · "-24h" (before it) · "+1d" (after it) · "+1d at 08:30" (that morning) */
export const momentSchema = written(
  new RegExp(`^(?:limit|created|(?:created \\+ |[-+])${amount}(?:${timeOfDay})?)$`),
  'has to be "created", "created + 1h" (after the duty arose), "limit", "-24h" (before the limit), "+1d" (after it) or "+1d at 08:30" (on that day)',
)
  .transform((said): Moment => {
    if (said === "created") return { from: "created", amount: 0, unit: "h" };
    if (said === "limit") return { from: "due", amount: 0, unit: "h" };
    if (said.startsWith("created")) return { from: "created", ...parts(said.slice("created + ".length)) };
    return { from: "due", ...parts(said) };
  })
  .describe(
    "When: created, created + 1h, limit, -24h (before the limit), +1d (after it), +1d at 08:30 (on that day)",
  );
