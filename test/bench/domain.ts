import { assess } from "../../functions/domain/duty/assess.ts";
import type { EpisodeEvent } from "../../functions/domain/episode/events.ts";
import { grouped } from "../../functions/domain/work-list/groups.ts";
import { workItems } from "../../functions/domain/work-list/item.ts";
import { listingSchema } from "../../functions/domain/work-list/listing.ts";
import { makeListing } from "../../functions/domain/work-list/make-listing.ts";
import { aContext } from "../builders/context.ts";
import { aListed } from "../builders/listed.ts";
import { leicestershire } from "../builders/profiles.ts";
import { atMost, type Figure, median } from "./figure.ts";
import { hours, tenDays } from "./ten-days.ts";

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
