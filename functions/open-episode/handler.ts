import * as z from "zod";
import { task } from "../shell/task.ts";
import { common } from "../shell/wiring.ts";
import { openEpisode } from "./open-episode.ts";

const input = z.object({ episodeId: z.string() });

export const handler = task(input, common, openEpisode);
