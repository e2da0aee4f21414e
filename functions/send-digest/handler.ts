import { episodeRows } from "../adapters/dynamo/episode-store.ts";
import { count } from "../shell/metrics.ts";
import { schedule } from "../shell/schedule.ts";
import { common } from "../shell/wiring.ts";
import { mailer } from "../shell/with-mail.ts";
import { sendDigest } from "./send-digest.ts";

const buildDeps = () => {
  const base = common();
  const bankHolidaysEnd = () => count("BankHolidaysEnd");
  const rows = episodeRows(base.dynamo, base.env.tables);
  return { ...base, send: mailer(base.env, base.profile), rows, bankHolidaysEnd };
};

export const handler = schedule(buildDeps, sendDigest);
