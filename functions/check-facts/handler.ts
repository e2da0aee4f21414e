import { episodeRows } from "../adapters/dynamo/episode-store.ts";
import { factsStore } from "../adapters/dynamo/returns-store.ts";
import { log } from "../shell/log.ts";
import { count } from "../shell/metrics.ts";
import { schedule } from "../shell/schedule.ts";
import { common, leaveToSweep } from "../shell/wiring.ts";
import { checkFacts } from "./check-facts.ts";

const buildDeps = () => {
  const base = common();
  return {
    ...base,
    rows: episodeRows(base.dynamo, base.env.tables),
    facts: factsStore(base.dynamo, base.env.tables),
    dispatch: leaveToSweep,
    differ: (times: number) => count("FactsDiffer", times),
    failed: (id: string) => log.warn("facts differ from the record", { episodeId: id }),
  };
};

export const handler = schedule(buildDeps, checkFacts);
