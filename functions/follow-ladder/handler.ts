import * as z from "zod";
import { episodeRows } from "../adapters/dynamo/episode-store.ts";
import { ladders } from "../domain/profile/ladder.ts";
import { task } from "../shell/task.ts";
import { common, leaveToSweep } from "../shell/wiring.ts";
import { mailer } from "../shell/with-mail.ts";
import { followLadder } from "./follow-ladder.ts";

const input = z.object({
  episodeId: z.string(),
  generation: z.number(),
  ladder: z.enum(ladders),
  startedAt: z.iso.datetime({ offset: true }).transform(Date.parse),
});

const buildDeps = () => {
  const base = common();
  const due = episodeRows(base.dynamo, base.env.tables);
  return { ...base, due, send: mailer(base.env, base.profile), dispatch: leaveToSweep };
};

export const handler = task(input, buildDeps, followLadder);
