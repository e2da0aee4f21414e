import { episodeRows } from "../adapters/dynamo/episode-store.ts";
import { factsStore, reportStore } from "../adapters/dynamo/returns-store.ts";
import { schedule } from "../shell/schedule.ts";
import { common } from "../shell/wiring.ts";
import { mailer } from "../shell/with-mail.ts";
import { sendReport } from "./send-report.ts";

const buildDeps = () => {
  const base = common();
  const { dynamo, env, profile } = base;
  return {
    ...base,
    send: mailer(env, profile),
    rows: episodeRows(dynamo, env.tables),
    facts: factsStore(dynamo, env.tables),
    reports: reportStore(dynamo, env.tables),
  };
};

export const handler = schedule(buildDeps, sendReport);
