import * as z from "zod";
import { kinds } from "../compact/compact.ts";
import { compactSchema } from "../compact/compact-schema.ts";
import { actorSchema, channelSchema } from "../console/actor.ts";
import { actionNameSchema } from "./action-names.ts";

const common = {
  /** Same fact, same id: a resend or a retry is recognised by it. */
  id: z.string(),
  /** When it happened: the stated time, else the mail's Date capped at receipt. */
  at: z.iso.datetime({ offset: true }),
  recordedAt: z.iso.datetime({ offset: true }),
};

/** Who did it. Events of before there was a console say only `by`. */
const who = {
  by: z.string(),
  channel: channelSchema.exactOptional(),
  actor: actorSchema.exactOptional(),
};

const compactEventSchema = z.object({
  ...common,
  kind: z.literal("compact"),
  type: z.enum(kinds),
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
      ...who,
      at: z.iso.datetime({ offset: true }),
      reason: z.string(),
      corrected: z.array(z.string()),
      /** What the person said the force says of a mail that nothing proves to be its own. */
      confirmed: z.boolean().exactOptional(),
      /** The person knew that surname or date of birth are not the episode's, and said it is the same child. */
      sameChild: z.literal(true).exactOptional(),
    })
    .exactOptional(),
  /** No mail: a person opened the episode with it, and says where it came from. */
  opened: z.object({ ...who, source: z.string(), from: z.string() }).exactOptional(),
});

const actionEventSchema = z.object({
  ...common,
  kind: z.literal("action"),
  type: actionNameSchema,
  ...who,
  data: z.record(z.string(), z.unknown()),
  /** It counts once a manager approves it; what was recorded before anybody had to counts by itself. */
  awaits: z.literal("approval").exactOptional(),
  /** It corrects what was recorded before, which no longer counts. */
  instead: z.object({ recorded: z.string(), reason: z.string() }).exactOptional(),
});

/** What a change of version does to one duty, with the clause that sets it. */
export const moveSchema = z.object({
  duty: z.string(),
  rule: z.string(),
  clause: z.string(),
  change: z.enum(["appears", "vanishes", "opens", "ends", "start", "limit", "owner", "mails"]),
  from: z.string().exactOptional(),
  to: z.string().exactOptional(),
  because: z.string(),
});

const instant = z.iso.datetime({ offset: true });

/** What was done and said under the former version, and stands under the new one. */
const keptSchema = z.object({
  /** Duties that were met. `createdAt`: when they arise under the new version; arising later, they are others. */
  met: z.array(
    z.object({
      duty: z.string(),
      createdAt: instant,
      state: z.enum(["done", "late-done"]),
      at: instant.exactOptional(),
      reason: z.string().exactOptional(),
    }),
  ),
  /**
   * Mails that went, and reminders of a limit that has passed. `at`: when the new version sets them; due later still,
   * they go again.
   */
  spent: z.array(z.object({ duty: z.string(), rung: z.string(), at: instant })),
});

const profileEventSchema = z.object({
  ...common,
  kind: z.literal("profile"),
  type: z.literal("profile-changed"),
  by: z.string(),
  /** Counts the episode's changes of version from 1; the last one counts. */
  nth: z.number(),
  /** The versions, by hash. */
  from: z.string(),
  to: z.string(),
  kept: keptSchema,
  moves: z.array(moveSchema),
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
  /** Everybody has a mail of their own: whom this one told, while others of the rung are still to be told. */
  only: z.string().exactOptional(),
});

/** A partner says that a report they were sent has arrived. Who they are is their own word; it ends no duty. */
const acknowledgementEventSchema = z.object({
  ...common,
  kind: z.literal("acknowledgement"),
  type: z.literal("report-acknowledged"),
  /** Which mail, by what tells its link from every other. */
  link: z.string(),
  duty: z.string(),
  rule: z.string(),
  saysWho: z.string(),
});

/**
 * One fact of an episode, append-only. `kind` says who brought it: a mail, a person, the clock, another version of
 * the protocol, or a partner who followed a link.
 */
export const episodeEventSchema = z.discriminatedUnion("kind", [
  compactEventSchema,
  actionEventSchema,
  rungEventSchema,
  profileEventSchema,
  acknowledgementEventSchema,
]);

export type EpisodeEvent = z.infer<typeof episodeEventSchema>;
export type CompactEvent = z.infer<typeof compactEventSchema>;
export type ActionEvent = z.infer<typeof actionEventSchema>;
export type RungEvent = z.infer<typeof rungEventSchema>;
export type ProfileEvent = z.infer<typeof profileEventSchema>;
export type AcknowledgementEvent = z.infer<typeof acknowledgementEventSchema>;
export type Kept = ProfileEvent["kept"];
export type Move = z.infer<typeof moveSchema>;
