import * as z from "zod";
import type { Actor } from "../../domain/console/actor.ts";

/** What became of an episode that somebody wanted to open. */
export type ByHand =
  | { outcome: "opened"; episodeId: string; reference: string }
  | { outcome: "refused"; faults: { says: string }[] };

/** The same as another function answers it. */
export const byHandSchema: z.ZodType<ByHand> = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("opened"), episodeId: z.string(), reference: z.string() }),
  z.object({ outcome: z.literal("refused"), faults: z.array(z.object({ says: z.string() })) }),
]);

/** `id`: the form's; sent twice, it opens one episode. */
export type OpenByHand = (act: { id: string; open: unknown; actor: Actor }) => Promise<ByHand>;
