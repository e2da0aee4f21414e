import * as z from "zod";
import type { Actor } from "../../domain/console/actor.ts";
import type { Refusal } from "../../domain/duty/guards.ts";
import { type EpisodeEvent, episodeEventSchema } from "../../domain/episode/events.ts";

/** What became of an action that somebody wanted to record. */
export type Recorded =
  | { outcome: "recorded"; episodeId: string; events: number }
  | { outcome: "refused"; faults: Refusal[] }
  /** Nothing is written: what came since the person looked, for them to decide again as of `seq`. */
  | { outcome: "changed"; episodeId: string; seq: number; since: EpisodeEvent[] }
  | { outcome: "unknown-episode" };

/** The same as another function answers it. */
export const recordedSchema: z.ZodType<Recorded> = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("recorded"), episodeId: z.string(), events: z.number() }),
  z.object({
    outcome: z.literal("refused"),
    faults: z.array(
      z.object({
        rule: z.string().exactOptional(),
        clause: z.string().exactOptional(),
        local: z.literal(true).exactOptional(),
        says: z.string(),
      }),
    ),
  }),
  z.object({
    outcome: z.literal("changed"),
    episodeId: z.string(),
    seq: z.number(),
    since: z.array(episodeEventSchema),
  }),
  z.object({ outcome: z.literal("unknown-episode") }),
]);

/** Something that a person signed in to the console did. */
export type Act = {
  /** The form's: sent twice, it is recorded once. */
  id: string;
  reference: string;
  action: string;
  actor: Actor;
  at?: string;
  data: unknown;
  /** What it corrects, and why. */
  instead?: { recorded: string; reason: string };
  ifSeq?: number;
};

export type RecordAct = (act: Act) => Promise<Recorded>;
