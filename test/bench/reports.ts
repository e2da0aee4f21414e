import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { plan } from "../../functions/core/append-events/plan.ts";
import { toInstant } from "../../functions/domain/calendar/instant.ts";
import { assess } from "../../functions/domain/duty/assess.ts";
import { episodeEventSchema } from "../../functions/domain/episode/events.ts";
import { factsRowSchema } from "../../functions/domain/returns/facts-row.ts";
import { makeFacts } from "../../functions/domain/returns/make-facts.ts";
import { syntheticYear } from "../../functions/domain/returns/synthetic-year.ts";
import { aContext } from "../builders/context.ts";
import { torbay } from "../builders/profiles.ts";
import { atMost, type Figure, median } from "./figure.ts";
import { quarterOf } from "./quarter.ts";
import { hours, tenDays } from "./ten-days.ts";

const processorMs = (act: () => unknown): number => {
  const began = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1_000;
};

const texts = (episodes: number): string[] =>
  syntheticYear({ seed: 1, episodes, from: toInstant("2026-04-01T00:00:00Z"), days: 91 }).map((row) =>
    JSON.stringify(row),
  );

/** Rows as DynamoDB gives them, read and counted: a quarter with all of them in it. */
const quarterly = (stored: readonly string[]) => () =>
  quarterOf(stored.map((text) => factsRowSchema.parse(JSON.parse(text))));

const memoryOf = (stored: readonly string[]): number => {
  const script = fileURLToPath(new URL("reports-process.ts", import.meta.url));
  const answer = execFileSync(process.execPath, [script], { input: stored.join("\n"), encoding: "utf8" });
  return Number(JSON.parse(answer).megabytes);
};

/** The contract has no fractions of a second. */
const asStored = (text: string): string => text.replaceAll(/(T\d\d:\d\d:\d\d)\.\d+Z/g, "$1+00:00");

/** What the facts add to one commit: making and writing the row, beside reading the episode, planning and writing the rest. */
const shareOfCommit = () => {
  const events = tenDays();
  const now = toInstant(hours(240));
  const stored = events.map((event) => asStored(JSON.stringify(event)));
  const input = { episodeId: "ep-1", stored: undefined, children: [], profile: torbay, profileHash: "", now };
  const context = aContext({ events, profile: torbay, now: hours(240) });
  const { duties } = assess(context);
  const times = 300;
  const commits = processorMs(() => {
    for (let i = 0; i < times; i += 1) {
      const newEvents = stored.map((text) => episodeEventSchema.parse(JSON.parse(text)));
      JSON.stringify(plan({ ...input, newEvents }).writes);
    }
  });
  const facts = processorMs(() => {
    for (let i = 0; i < times; i += 1) JSON.stringify(makeFacts(context, duties, []));
  });
  return facts / (commits - facts);
};

export const benchReports = (): Record<string, Figure> => {
  const [few, many] = [texts(1_000), texts(10_000)];
  quarterly(few)();
  const ofFew = median(Array.from({ length: 5 }, () => processorMs(quarterly(few))));
  const ofMany = median(Array.from({ length: 5 }, () => processorMs(quarterly(many))));
  shareOfCommit();
  return {
    quarterlyOfTenThousand: atMost(0.5, ofMany / 1_000, { unit: "s" }),
    quarterlyGrowth: atMost(11, ofMany / ofFew, { unit: "times, from 1,000 to 10,000" }),
    quarterlyMemory: atMost(256, memoryOf(many), { unit: "MB" }),
    factsOfCommit: atMost(0.05, shareOfCommit(), { unit: "of a commit's processor time" }),
  };
};
