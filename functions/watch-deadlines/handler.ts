import { episodeRows } from "../adapters/dynamo/episode-store.ts";
import { quarantine } from "../adapters/dynamo/ledger.ts";
import { leaveInOutbox } from "../adapters/dynamo/outbox.ts";
import { describe, log } from "../shell/log.ts";
import { schedule } from "../shell/schedule.ts";
import { common, leaveToSweep } from "../shell/wiring.ts";
import { mailer } from "../shell/with-mail.ts";
import { watchDeadlines } from "./watch-deadlines.ts";

const buildDeps = () => {
  const base = common();
  const { dynamo, env, profile } = base;
  return {
    ...base,
    send: mailer(env, profile),
    dispatch: leaveToSweep,
    due: episodeRows(dynamo, env.tables),
    quarantine: quarantine(dynamo, env.tables),
    leave: leaveInOutbox(dynamo, env.tables),
    failed: (id: string, cause: unknown) =>
      log.error("a late rung was not fired", { id, ...describe(cause) }),
  };
};

export const handler = schedule(buildDeps, watchDeadlines);
