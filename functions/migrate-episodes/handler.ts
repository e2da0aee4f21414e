import * as z from "zod";
import { episodeRows } from "../adapters/dynamo/episode-store.ts";
import { eventChain } from "../adapters/dynamo/event-chain.ts";
import { describe, log } from "../shell/log.ts";
import { task } from "../shell/task.ts";
import { common } from "../shell/wiring.ts";
import { withWorkflow } from "../shell/with-workflow.ts";
import { migrateEpisodes } from "./migrate-episodes.ts";
import { rebuildRows } from "./rebuild-rows.ts";
import { migrationRequestSchema, rebuildRequestSchema } from "./request.ts";

const buildDeps = () => {
  const base = withWorkflow(common());
  const { open } = episodeRows(base.dynamo, base.env.tables);
  const chainOf = eventChain(base.dynamo, base.env.tables);
  const failed = (id: string, cause: unknown) =>
    log.error("an episode was left as it was", { id, ...describe(cause) });
  return { ...base, open, chainOf, failed };
};

const requestSchema = z.union([migrationRequestSchema, rebuildRequestSchema]);

/** Both bring every episode up to what it should be now: under another profile, or out of its events. */
export const handler = task(requestSchema, buildDeps, async (request, deps) =>
  "rebuild" in request ? rebuildRows(request, deps) : migrateEpisodes(request, deps),
);
