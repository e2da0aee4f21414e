import { episodeRows } from "../adapters/dynamo/episode-store.ts";
import { describe, log } from "../shell/log.ts";
import { task } from "../shell/task.ts";
import { common } from "../shell/wiring.ts";
import { withWorkflow } from "../shell/with-workflow.ts";
import { migrateEpisodes } from "./migrate-episodes.ts";
import { migrationRequestSchema } from "./request.ts";

const buildDeps = () => {
  const base = withWorkflow(common());
  const { open } = episodeRows(base.dynamo, base.env.tables);
  const failed = (id: string, cause: unknown) =>
    log.error("an episode was not moved to another profile version", { id, ...describe(cause) });
  return { ...base, open, failed };
};

export const handler = task(migrationRequestSchema, buildDeps, migrateEpisodes);
