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
