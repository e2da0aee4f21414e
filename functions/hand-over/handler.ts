import * as z from "zod";
import { task } from "../shell/task.ts";
import { common } from "../shell/wiring.ts";
import { mailer } from "../shell/with-mail.ts";
import { handOver } from "./hand-over.ts";

const input = z.object({
  episodeId: z.string(),
  ladder: z.string(),
  generation: z.number().optional(),
  startedAt: z.iso.datetime({ offset: true }).transform(Date.parse).optional(),
});

const buildDeps = () => {
  const base = common();
  return { ...base, send: mailer(base.env, base.profile) };
};

export const handler = task(input, buildDeps, handOver);
