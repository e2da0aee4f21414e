import { assess } from "../../functions/domain/duty/assess.ts";
import type { EpisodeEvent } from "../../functions/domain/episode/events.ts";
import { grouped } from "../../functions/domain/work-list/groups.ts";
import { workItems } from "../../functions/domain/work-list/item.ts";
import { listingSchema } from "../../functions/domain/work-list/listing.ts";
import { makeListing } from "../../functions/domain/work-list/make-listing.ts";
import { aContext } from "../builders/context.ts";
import { anAction, aRung, compact, foundCompact, missingCompact, plusHours } from "../builders/events.ts";
import { aListed } from "../builders/listed.ts";
import { leicestershire } from "../builders/profiles.ts";
import { atMost, type Figure, median } from "./figure.ts";

const since = "2026-11-14T21:30:00.000Z";
const hours = (n: number): string => plusHours(since, n);

/** Ten days, thirty events: missing, four updates, found, contact that takes its time, interview late, record open. */
const tenDays = (): EpisodeEvent[] => [
  missingCompact({ missingSince: since }),
  anAction("allocate", hours(12), { worker: "s.okoro@leicestershire.example" }),
  ...[14, 20, 26, 32].map((at) => compact("update", hours(at), { risk: at % 4 === 0 ? "high" : "medium" })),
  aRung("triage", "told", hours(1.5)),
  aRung("strategy-discussion", "told", hours(72)),
  foundCompact({ returnedAt: hours(80) }),
  ...Array.from({ length: 8 }, (_, at) =>
    anAction("contact-attempt", hours(90 + at * 3), { method: at % 2 === 0 ? "call" : "text" }),
  ),
  ...["told", "reminder", "limit", "overdue-1", "overdue-2"].map((rung, at) =>
    aRung("return-interview", rung, hours(128 + at * 24)),
  ),
  anAction("contact-made", hours(130), { contact: "child" }),
  anAction("strategy-discussion-held", hours(140)),
  anAction("book-interview", hours(150), { for: hours(200) }),
  anAction("interview-held", hours(200), { method: "face-to-face", reasonLate: "At court on the day" }),
  anAction("copy-offered", hours(201), { answer: "yes" }),
  anAction("note", hours(210), { text: "Mother rang" }),
  anAction("toolkit", hours(220), { outcome: "completed" }),
  aRung("toolkit", "told", hours(81)),
];

const foldAndAssess = (events: readonly EpisodeEvent[]) =>
  assess(aContext({ events, profile: leicestershire, now: hours(240) }));

const timed = (act: () => unknown): number => {
  const began = performance.now();
  act();
  return performance.now() - began;
};

const NOW = Date.parse(hours(240));

/** What the table answers for five hundred open episodes, read, grouped and put in order. */
const listFiveHundred = (events: readonly EpisodeEvent[]): (() => unknown) => {
  const context = aContext({ events, profile: leicestershire, now: hours(240) });
  const text = JSON.stringify(makeListing(context, assess(context).duties));
  return () => {
    const listed = Array.from({ length: 500 }, () => aListed(listingSchema.parse(JSON.parse(text))));
    return grouped(workItems(listed, NOW), NOW);
  };
};

/** The domain alone, with its builders' data: no database, no network. */
export const benchDomain = (): Record<string, Figure> => {
  const events = tenDays();
  const cold = timed(() => foldAndAssess(events));
  const warm = median(Array.from({ length: 50 }, () => timed(() => foldAndAssess(events))));
  const list = median(Array.from({ length: 10 }, () => timed(listFiveHundred(events))));
  const episodes = Array.from({ length: 10_000 }, () =>
    aContext({ events, profile: leicestershire, now: hours(240) }),
  );
  const seconds = timed(() => episodes.forEach(assess)) / 1_000;
  return {
    foldAndAssessTenDays: atMost(10, warm, {
      unit: "ms",
      firstCall: Math.round(cold),
      events: events.length,
    }),
    listOfFiveHundredEpisodes: atMost(150, list, { unit: "ms" }),
    dutiesOfTenThousandEpisodes: atMost(2, seconds, { unit: "s" }),
  };
};
