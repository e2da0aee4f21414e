import * as z from "zod";

/** So few that they are done well within the function's minute. */
export const PAGE = 25;

/** What `npm run profile -- migrate` sends, once for each page of episodes. */
export const migrationRequestSchema = z.object({
  by: z.string().min(1),
  /** Only say what would move. */
  dryRun: z.boolean(),
  /** The version to move to, by hash; left out: the one deployed. */
  to: z.string().optional(),
  /** Of those that the first answer left; without them the function finds every open one, and does the first page. */
  episodeIds: z.array(z.string()).max(PAGE).optional(),
});

export type MigrationRequest = z.output<typeof migrationRequestSchema>;

/** What `npm run recover -- rows` sends, once for each page of ids that events are recorded under. */
export const rebuildRequestSchema = z.strictObject({ rebuild: z.array(z.string().min(1)).max(25) });

export type RebuildRequest = z.output<typeof rebuildRequestSchema>;
