import { episodeRows } from "../adapters/episode-store.ts";
import { schedule } from "../shell/schedule.ts";
import { common, leaveToSweep } from "../shell/wiring.ts";
import { mailer } from "../shell/with-mail.ts";
import { sendDigest } from "./send-digest.ts";

const buildDeps = () => {
  const base = common();
  const { open } = episodeRows(base.dynamo, base.env.tables);
  return { ...base, send: mailer(base.env, base.profile), dispatch: leaveToSweep, open };
};

export const handler = schedule(buildDeps, sendDigest);
