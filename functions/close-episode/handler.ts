import * as z from "zod";
import { task } from "../shell/task.ts";
import { common } from "../shell/wiring.ts";
import { withWorkflow } from "../shell/with-workflow.ts";
import { closeEpisode } from "./close-episode.ts";

const input = z.object({ episodeId: z.string(), generation: z.number() });

export const handler = task(input, () => withWorkflow(common()), closeEpisode);
