import { ledger } from "../adapters/dynamo/ledger.ts";
import { schedule } from "../shell/schedule.ts";
import { common } from "../shell/wiring.ts";
import { mailer } from "../shell/with-mail.ts";
import { watchForces } from "./watch-forces.ts";

const buildDeps = () => {
  const base = common();
  const { dynamo, env, profile } = base;
  return { ...base, send: mailer(env, profile), mails: ledger(dynamo, env.tables) };
};

export const handler = schedule(buildDeps, watchForces);
