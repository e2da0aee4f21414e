import { ledger } from "../../../functions/adapters/dynamo/ledger.ts";
import type { Write } from "../../../functions/core/ports/writes.ts";
import { migrateEpisodes } from "../../../functions/migrate-episodes/migrate-episodes.ts";
import { PAGE } from "../../../functions/migrate-episodes/request.ts";
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

const idOf = (writes: readonly Write[]): string =>
  writes.flatMap((write) => (write.kind === "episode" ? write.row.episodeId : [])).join();

/** As after an outage of a night: so many rungs due at the same minute. */
const DUE = 100;

export type Runs = Record<"watch idle" | "watch due" | "sweep" | "digest" | "sheet" | "forces", Run>;

/** Every scheduled function among so many open episodes, and the first page of a migration. */
export const amongOpen = async (open: number): Promise<{ figures: Record<string, Figure>; runs: Runs }> => {
  const { client, stop } = await localDynamo(BENCH_HEAP_MB);
  try {
    await makeTables(client);
    const all = await patterns();
    const written = Array.from({ length: open }, (_, n) => episodeLike(all, n, n < DUE));
    const first = new Set(written.map(idOf).toSorted().slice(0, PAGE));
    // Lists are made from rows: only what fires, and the page that a migration looks at, needs events.
    const needed = written.flatMap((writes, n) =>
      n < DUE || first.has(idOf(writes)) ? writes : writes.filter(({ kind }) => kind === "episode"),
    );
    await putAll(client, needed);
    const world = aWorld({ at: AT, stores: (now) => storesIn(client, now) });
    const { deps, post } = world;
    const tables = counted(client);
    const measured = (work: () => Promise<unknown>) => run(tables, work, () => post.sent.length);
    // Whatever a process does for the first time it does once.
    await watchForces(deps);
    world.clock.to("2026-11-16T05:00:00Z");
    const idle = await measured(() => watchDeadlines(deps));
    world.clock.to(AT);
    const digest = await measured(() => sendDigest(deps));
    const sheet = await measured(() =>
      printSheet({ ...deps, quarantined: ledger(client, names).quarantined, keep: async () => {} }),
    );
    const forces = await measured(() => watchForces(deps));
    const migration = await measured(() => migrateEpisodes({ by: "bench", dryRun: true }, deps));
    const due = await measured(() => watchDeadlines(deps));
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
