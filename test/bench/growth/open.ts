import { ledger } from "../../../functions/adapters/dynamo/ledger.ts";
import { migrateEpisodes } from "../../../functions/migrate-episodes/migrate-episodes.ts";
import { printSheet } from "../../../functions/print-sheet/print-sheet.ts";
import { sendDigest } from "../../../functions/send-digest/send-digest.ts";
import { sweepOutbox } from "../../../functions/sweep-outbox/sweep-outbox.ts";
import { watchDeadlines } from "../../../functions/watch-deadlines/watch-deadlines.ts";
import { watchForces } from "../../../functions/watch-forces/watch-forces.ts";
import { counted } from "../../dynamodb/counted.ts";
import { localDynamo } from "../../dynamodb/local.ts";
import { storesIn } from "../../dynamodb/stores.ts";
import { makeTables, names } from "../../dynamodb/tables.ts";
import { aWorld } from "../../fakes/world.ts";
import type { Figure } from "../figure.ts";
import { BENCH_HEAP_MB, figureOf, type Run, run } from "./measured.ts";
import { AT, episodeLike, patterns, putAll } from "./rows.ts";

/** As after an outage of a night: so many rungs due at the same minute. */
const DUE = 100;

export type Runs = Record<"watch idle" | "watch due" | "sweep" | "digest" | "sheet" | "forces", Run>;

/** Every scheduled function among so many open episodes, and the first page of a migration. */
export const amongOpen = async (open: number): Promise<{ figures: Record<string, Figure>; runs: Runs }> => {
  const { client, stop } = await localDynamo(BENCH_HEAP_MB);
  try {
    await makeTables(client);
    const all = await patterns();
    await putAll(client, Array.from({ length: open }, (_, n) => episodeLike(all, n, n < DUE)).flat());
    const world = aWorld({ at: AT, stores: (now) => storesIn(client, now) });
    const { deps, post } = world;
    const tables = counted(client);
    const measured = (work: () => Promise<unknown>) => run(tables, work, () => post.sent.length);
    // Whatever a process does for the first time it does once.
    await watchForces(deps);
    const digest = await measured(() => sendDigest(deps));
    const sheet = await measured(() =>
      printSheet({ ...deps, quarantined: ledger(client, names).quarantined, keep: async () => {} }),
    );
    const forces = await measured(() => watchForces(deps));
    const migration = await measured(() => migrateEpisodes({ by: "bench", dryRun: true }, deps));
    const due = await measured(() => watchDeadlines(deps));
    const idle = await measured(() => watchDeadlines(deps));
    const sweep = await measured(() => sweepOutbox(deps));
    if (due.mails === 0 || digest.mails === 0)
      throw new Error("nothing was due: the figures would say nothing");
    return {
      figures: {
        [`watch-deadlines, ${open} open, nothing due`]: figureOf("watch-deadlines", idle),
        [`watch-deadlines, ${open} open, ${DUE} due at once`]: figureOf("watch-deadlines", due),
        [`sweep-outbox, ${open} open`]: figureOf("sweep-outbox", sweep),
        [`send-digest, ${open} open`]: figureOf("send-digest", digest),
        [`print-sheet, ${open} open`]: figureOf("print-sheet", sheet),
        [`watch-forces, ${open} open`]: figureOf("watch-forces", forces),
        [`migrate-episodes, ${open} open, the first page of 25`]: figureOf("migrate-episodes", migration),
      },
      runs: { "watch idle": idle, "watch due": due, sweep, digest, sheet, forces },
    };
  } finally {
    stop();
  }
};
