import { isoInLondon } from "../../../functions/domain/calendar/london.ts";
import { aMissing, aReading } from "../../builders/reading.ts";
import { counted } from "../../dynamodb/counted.ts";
import { localDynamo } from "../../dynamodb/local.ts";
import { storesIn } from "../../dynamodb/stores.ts";
import { makeTables } from "../../dynamodb/tables.ts";
import { receive } from "../../fakes/steps.ts";
import { aWorld } from "../../fakes/world.ts";
import type { Figure } from "../figure.ts";
import { BENCH_HEAP_MB, figureOf, type Run, run } from "./measured.ts";

const reportOf = (n: number) =>
  aReading({
    compacts: [
      aMissing({
        reference: `MP/26/${500_000 + n}`,
        missingSince: isoInLondon(Date.parse("2026-05-01T20:00:00Z") + n * 86_400_000),
      }),
    ],
    digest: `report-${n}`,
  });

/** One more report of a child that was missing so often before: the newest, and one that comes before all others. */
export const ofAChild = async (
  episodes: number,
): Promise<{ figures: Record<string, Figure>; newest: Run }> => {
  const { client, stop } = await localDynamo(BENCH_HEAP_MB);
  try {
    await makeTables(client);
    const world = aWorld({ at: "2026-11-16T08:00:00Z", stores: (now) => storesIn(client, now) });
    for (let n = 1; n <= episodes; n += 1) await receive(world, `mail-${n}`, reportOf(n));
    const tables = counted(client);
    const measured = (n: number) =>
      run(
        tables,
        () => receive(world, `mail-${n}`, reportOf(n)),
        () => world.post.sent.length,
      );
    const newest = await measured(episodes + 1);
    const first = await measured(0);
    const of = `a child with ${episodes} episodes`;
    return {
      figures: {
        [`ingest-compact, ${of}, one more`]: figureOf("ingest-compact", newest),
        [`ingest-compact, ${of}, one that began before them`]: figureOf("ingest-compact", first),
      },
      newest,
    };
  } finally {
    stop();
  }
};
