import * as z from "zod";
import type { ChildRow, EpisodeRow } from "../../core/ports/stored-episode.ts";
import type { Asked, LedgerEntry, OutboxMessage } from "../../core/ports/writes.ts";
import { disputeSchema } from "../../domain/compact/dispute.ts";
import { actorSchema, channelSchema } from "../../domain/console/actor.ts";
import { ladders } from "../../domain/profile/ladder.ts";
import { listingSchema } from "../../domain/work-list/listing.ts";

export const episodeRowSchema: z.ZodType<EpisodeRow> = z.object({
  episodeId: z.string(),
  version: z.number(),
  seq: z.number(),
  lastHash: z.string(),
  generation: z.number(),
  running: z.boolean(),
  profileHash: z.string(),
  force: z.string(),
  reference: z.string(),
  status: z.enum(["missing", "returned", "closed", "cancelled"]),
  startAt: z.string(),
  nextRungAt: z.string().exactOptional(),
  ladders: z.partialRecord(z.enum(ladders), z.string()),
  childKeys: z.array(z.string()),
  // One that cannot be read is made anew; it must never keep an episode from being read.
  listing: listingSchema.optional().catch(undefined),
  factsMonth: z.string().exactOptional(),
});

export const childRowSchema: z.ZodType<ChildRow> = z.object({
  key: z.string(),
  version: z.number(),
  episodes: z.array(
    z.object({
      episodeId: z.string(),
      startAt: z.number(),
      knownAt: z.number(),
      counts: z.boolean(),
      absence: z.boolean().exactOptional(),
      worker: z.string().exactOptional(),
      lineManager: z.string().exactOptional(),
    }),
  ),
});

const who = {
  by: z.string(),
  channel: channelSchema.exactOptional(),
  actor: actorSchema.exactOptional(),
};

export const askedSchema: z.ZodType<Asked> = z.object({
  id: z.string(),
  force: z.string(),
  ...who,
  at: z.string(),
});

export const ledgerEntrySchema: z.ZodType<LedgerEntry> = z.object({
  mailId: z.string(),
  outcome: z.enum(["applied", "duplicate", "quarantined"]),
  reasons: z.array(z.string()),
  episodes: z.array(z.string()),
  receivedAt: z.string(),
  digest: z.string().exactOptional(),
  force: z.string().exactOptional(),
  labels: z.object({ all: z.number(), unrecognised: z.number() }).exactOptional(),
  receipt: z.unknown().optional(),
  duplicateOf: z.string().exactOptional(),
  waiting: z.number().exactOptional(),
  inList: z.literal(true).exactOptional(),
  about: z
    .array(z.object({ kind: z.string().exactOptional(), reference: z.string().exactOptional() }))
    .exactOptional(),
  disputes: z.array(disputeSchema).exactOptional(),
  alertAt: z.string().exactOptional(),
  asked: z.array(askedSchema).exactOptional(),
  cameAgain: z.literal(true).exactOptional(),
  decision: z
    .object({
      id: z.string(),
      kind: z.enum(["released", "attached", "discarded", "superseded", "passed-on"]),
      ...who,
      at: z.string(),
      reason: z.string().exactOptional(),
      to: z.string().exactOptional(),
      unproved: z.literal(true).exactOptional(),
      leftOut: z.array(z.number()).exactOptional(),
    })
    .exactOptional(),
  takenOff: z
    .array(
      z.object({
        episodeId: z.string(),
        ...who,
        at: z.string(),
        reason: z.string(),
        decided: z.string().exactOptional(),
      }),
    )
    .exactOptional(),
});

const id = z.string();
export const outboxMessageSchema: z.ZodType<OutboxMessage> = z.discriminatedUnion("kind", [
  z.object({ id, kind: z.literal("start"), episodeId: z.string(), generation: z.number() }),
  z.object({ id, kind: z.literal("wake"), episodeId: z.string(), ladder: z.string() }),
  z.object({ id, kind: z.literal("reassess"), episodeId: z.string() }),
  z.object({
    id,
    kind: z.literal("reassess-child"),
    episodeId: z.string(),
    keys: z.array(z.string()),
    startAt: z.number(),
  }),
  z.object({ id, kind: z.literal("revive"), episodeId: z.string() }),
]);
