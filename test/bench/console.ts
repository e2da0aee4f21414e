import { aFound, aMissing, anUnreadable, aReading } from "../builders/reading.ts";
import { aBrowser, aConsole } from "../fakes/console.ts";
import { entryOf } from "../fakes/ledger.ts";
import { claimsAt, WORKER } from "../fakes/staff.ts";
import { receive, record } from "../fakes/steps.ts";
import type { WaitingMail } from "../fakes/waiting-mails.ts";
import { aWorld, type World } from "../fakes/world.ts";
import { eachPage, pagesAmong } from "./console-pages.ts";
import { benchConsoleTables } from "./console-tables.ts";
import { atMost, type Figure, median, rounded } from "./figure.ts";

const EPISODES = 500;
const WAITING = 20;
const ROUNDS = 15;
const MOST_MS = 150;
/** With the style sheet, which a browser keeps. */
const MOST_BYTES = 250_000;

/** As many as a big authority has open at once; every other child is back, half of them allocated. */
const fiveHundred = async (): Promise<World> => {
  const world = aWorld({ at: "2026-11-14T23:00:00Z" });
  for (let i = 0; i < EPISODES; i += 1) {
    const reference = `MP/26/${100_000 + i}`;
    const child = {
      forenames: `Child${i}`,
      surname: `Quill${i % 97}`,
      dateOfBirth: `2012-05-${10 + (i % 18)}`,
    };
    await receive(world, `m-${i}`, aReading({ compacts: [aMissing({ reference, child })] }));
    if (i % 2 === 0)
      await receive(
        world,
        `f-${i}`,
        aReading({
          compacts: [
            aFound({
              reference,
              child,
              received: "2026-11-14T22:59:00+00:00",
              returnedAt: "2026-11-14T22:30:00+00:00",
            }),
          ],
        }),
      );
    if (i % 4 === 0) await record(world, "allocate", { worker: WORKER }, { reference });
  }
  for (let i = 0; i < WAITING; i += 1)
    await receive(world, `q-${i}`, anUnreadable(["no-reference"], { digest: `waiting ${i}` }));
  world.clock.to("2026-11-16T08:00:00Z");
  return world;
};

const waitingIn = ({ db }: World): WaitingMail[] =>
  [...db.ledger.keys()].flatMap((mailId) => {
    const entry = entryOf(db, mailId);
    return entry?.outcome === "quarantined" ? [{ entry, reading: aReading() }] : [];
  });

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** Each kind of page among 500 open episodes, warm, its tables in memory: what the function itself takes. */
const inMemory = async (world: World): Promise<Record<string, Figure>> => {
  const console = aConsole({ world, mails: waitingIn(world), stored: world.deps.episodes.load });
  const browser = aBrowser(console);
  await browser.signIn(claimsAt("manager"));
  const bare = median(
    await Promise.all(Array.from({ length: ROUNDS }, () => timed(() => browser.get("/accessibility")))),
  );
  const figures: [string, Figure][] = [];
  for (const { name, path } of pagesAmong(world)) {
    const times: number[] = [];
    let bytes = 0;
    for (let i = 0; i < ROUNDS; i += 1)
      times.push(
        await timed(async () => {
          bytes = await eachPage(browser, path);
        }),
      );
    const ms = median(times);
    figures.push([`${name}, ms`, atMost(MOST_MS, ms, { timesAPageOfWords: rounded(ms / bare) })]);
    figures.push([`${name}, bytes`, atMost(MOST_BYTES, bytes)]);
  }
  return Object.fromEntries(figures);
};

export const benchConsole = async (): Promise<Record<string, Figure>> => {
  const world = await fiveHundred();
  return { ...(await inMemory(world)), ...(await benchConsoleTables(world)) };
};
