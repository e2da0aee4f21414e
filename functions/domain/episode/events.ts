import * as z from "zod";
import { compactSchema } from "../compact/schema.ts";
import { actionNameSchema } from "./actions.ts";

const common = {
  /** Same fact, same id: a resend or a retry is recognised by it. */
  id: z.string(),
  /** When it happened: the stated time, else the mail's Date capped at receipt. */
  at: z.iso.datetime({ offset: true }),
  recordedAt: z.iso.datetime({ offset: true }),
};

const compactEventSchema = z.object({
  ...common,
  kind: z.literal("compact"),
  type: z.enum(["missing", "found", "update", "cancelled", "absent"]),
  mailId: z.string(),
  /** The mail's Date, capped at receipt. */
  sentAt: z.iso.datetime({ offset: true }),
  force: z.string(),
  /** False when authentication failed: such a mail may alert, it may never close or downgrade. */
  trusted: z.boolean(),
  compact: compactSchema,
  /** A person let it out of quarantine: who, when, why, and which fields are theirs and not the mail's. */
  released: z
    .object({
      by: z.string(),
      at: z.iso.datetime({ offset: true }),
      reason: z.string(),
      corrected: z.array(z.string()),
    })
    .exactOptional(),
});

const actionEventSchema = z.object({
  ...common,
  kind: z.literal("action"),
  type: actionNameSchema,
  by: z.string(),
  data: z.record(z.string(), z.unknown()),
});

const rungEventSchema = z.object({
  ...common,
  kind: z.literal("rung"),
  type: z.literal("rung-fired"),
  duty: z.string(),
  rung: z.string(),
  rule: z.string(),
  to: z.array(z.string()),
  messageId: z.string().optional(),
});

/** One fact of an episode, append-only. `kind` says who brought it: a mail, a person, or the clock. */
export const episodeEventSchema = z.discriminatedUnion("kind", [
  compactEventSchema,
  actionEventSchema,
  rungEventSchema,
]);

export type EpisodeEvent = z.infer<typeof episodeEventSchema>;
export type CompactEvent = z.infer<typeof compactEventSchema>;
export type ActionEvent = z.infer<typeof actionEventSchema>;
export type RungEvent = z.infer<typeof rungEventSchema>;
