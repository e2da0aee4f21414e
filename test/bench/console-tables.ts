import { drafts } from "../../functions/adapters/dynamo/drafts.ts";
import { ledger } from "../../functions/adapters/dynamo/ledger.ts";
import { sessions } from "../../functions/adapters/dynamo/sessions.ts";
import { aReading } from "../builders/reading.ts";
import { copyTo } from "../dynamodb/copy.ts";
import { counted } from "../dynamodb/counted.ts";
import { localDynamo } from "../dynamodb/local.ts";
import { storesIn } from "../dynamodb/stores.ts";
import { makeTables, names } from "../dynamodb/tables.ts";
import { aBrowser, aConsole } from "../fakes/console.ts";
import { claimsAt } from "../fakes/staff.ts";
import { aWorld, type World } from "../fakes/world.ts";
import { eachPage, pagesAmong } from "./console-pages.ts";
import { atMost, type Figure, median, rounded } from "./figure.ts";

const ROUNDS = 7;
/** Answers that a page waits for one after another: about five milliseconds each in an account. */
const MOST_ROUND_TRIPS = 6;

/** Each kind of page over DynamoDB: what it asks of the tables, and what it takes with DynamoDB Local behind it. */
export const benchConsoleTables = async (full: World): Promise<Record<string, Figure>> => {
  const { client, stop } = await localDynamo();
  try {
    await makeTables(client);
    await copyTo(client, full.db);
    const at = new Date(full.clock.now()).toISOString();
    const world = aWorld({ at, stores: (now) => storesIn(client, now) });
    const mails = ledger(client, names);
    const console = aConsole({
      world,
      over: {
        sessions: sessions(client, names.sessions),
        drafts: drafts(client, names.sessions),
        stored: world.deps.episodes.load,
        waitingMails: {
          all: mails.quarantined,
          entry: mails.entry,
          read: async () => aReading(),
          link: async () => undefined,
          decide: async () => undefined,
          answer: async () => undefined,
        },
      },
    });
    const browser = aBrowser(console);
    await browser.signIn(claimsAt("manager"));
    const tables = counted(client);
    const figures: [string, Figure][] = [];
    for (const { name, path } of pagesAmong(full)) {
      const cost = await tables.of(() => eachPage(browser, path));
      const times: number[] = [];
      for (let i = 0; i < ROUNDS; i += 1) {
        const start = performance.now();
        await eachPage(browser, path);
        times.push(performance.now() - start);
      }
      const { roundTrips, calls, units } = cost;
      figures.push([
        `${name}, round trips`,
        atMost(MOST_ROUND_TRIPS, roundTrips, { calls, units, msWithDynamoDbLocal: rounded(median(times)) }),
      ]);
    }
    return Object.fromEntries(figures);
  } finally {
    stop();
  }
};
