import * as z from "zod";

export const anchors = [
  "missing",
  "reported",
  "notified",
  "found",
  "returned",
  "found-notified",
  "referred",
  "interviewed",
  "record-received",
  "previous-review",
  "placed",
  "noticed",
  "created",
] as const;

/** Where a clock starts. */
export const anchorNameSchema = z.enum(anchors);
export type Anchor = (typeof anchors)[number];

export const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** h = elapsed hours · d = calendar days (London) · wd = working days, 17:00 · wk = 7 d. */
export const amountSchema = z.strictObject({
  amount: z.number(),
  unit: z.enum(["h", "d", "wd", "wk"]),
  /** A time of day in London, "09:15": on that day, instead of the hour counted from or 17:00. */
  at: timeOfDaySchema.exactOptional(),
});
