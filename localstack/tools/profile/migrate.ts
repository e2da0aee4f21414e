import * as z from "zod";
import { moveSchema } from "../../../functions/domain/episode/events.ts";
import type { MigratedEpisode } from "../../../functions/migrate-episodes/migrate-episodes.ts";
import { type MigrationRequest, PAGE } from "../../../functions/migrate-episodes/request.ts";
import { invoke } from "../../lab/episode/invoke.ts";
import { badArgument } from "../../lab/errors.ts";
import type { Clients } from "../../lab/stack/clients.ts";
import type { Deployed } from "../../lab/stack/stacks.ts";

const episodeSchema: z.ZodType<MigratedEpisode> = z.object({
  reference: z.string(),
  from: z.string(),
  moves: z.array(moveSchema),
  refused: z.string().exactOptional(),
});

const answerSchema = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("unknown-version"), version: z.string() }),
  z.object({
    outcome: z.enum(["migrated", "would-migrate"]),
    to: z.string(),
    episodes: z.array(episodeSchema),
    failed: z.array(z.string()),
    left: z.array(z.string()),
  }),
]);

/** Every open episode that moved, or would, and the version (by hash) it moved to. */
export type Migration = {
  outcome: "migrated" | "would-migrate";
  to: string;
  episodes: MigratedEpisode[];
  failed: string[];
};

type Wanted = Omit<MigrationRequest, "episodeIds">;

const page = async (request: MigrationRequest, clients: Pick<Clients, "lambda">, { outputs }: Deployed) => {
  const name = outputs.MigrateEpisodesFunctionName;
  const answer = answerSchema.parse(await invoke(clients, "migrate-episodes", name, request));
  if (answer.outcome === "unknown-version")
    throw badArgument(`No version ${answer.version} of this authority's profile is kept.`);
  return answer;
};

/** Page after page, by way of the deployed function. Where it was broken off it may be asked for again. */
export const migrate = async (
  wanted: Wanted,
  clients: Pick<Clients, "lambda">,
  deployed: Deployed,
): Promise<Migration> => {
  const { left, ...all } = await page(wanted, clients, deployed);
  for (let i = 0; i < left.length; i += PAGE) {
    // The version the first page was moved to: a deployment meanwhile may not split the episodes.
    const next = { ...wanted, to: all.to, episodeIds: left.slice(i, i + PAGE) };
    const more = await page(next, clients, deployed);
    all.episodes.push(...more.episodes);
    all.failed.push(...more.failed);
  }
  return all;
};
