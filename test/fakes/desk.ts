import { listEpisodes } from "../../functions/core/list-episodes/list-episodes.ts";
import { openEpisode } from "../../functions/core/open-episode/open-episode.ts";
import { officeAnswerSchema } from "../../functions/core/ports/asking-office.ts";
import { byHandSchema } from "../../functions/core/ports/opening.ts";
import { recordedSchema } from "../../functions/core/ports/recording.ts";
import { emptyOffice } from "../../functions/domain/office/office.ts";
import { acknowledge, acknowledgingSchema } from "../../functions/record-action/acknowledge.ts";
import { openByHand, openingRequestSchema } from "../../functions/record-action/open-by-hand.ts";
import { recordAction } from "../../functions/record-action/record-action.ts";
import { recordOffice } from "../../functions/record-action/record-office.ts";
import type { Console } from "../../functions/serve-console/console.ts";
import { someDrafts } from "./drafts.ts";
import type { World } from "./world.ts";

type Desk = Pick<Console, "episodes" | "record" | "open" | "office" | "drafts" | "links">;

const CHANNEL = { channel: "console" };
/** What crosses from one function to another is text. */
const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** What the pages stand on, over a world: what they ask for is really recorded there. */
export const aDesk = (world: World): Desk => ({
  episodes: {
    listed: (which) => listEpisodes(which, world.deps),
    open: (episodeId) => openEpisode(episodeId, world.deps),
    since: world.deps.episodes.eventsSince,
  },
  record: async (act) =>
    recordedSchema.parse(sent(await recordAction({ ...sent(act), ...CHANNEL }, world.deps))),
  open: async (act) => {
    const request = openingRequestSchema.parse({ ...sent(act), ...CHANNEL });
    return byHandSchema.parse(sent(await openByHand(request, world.deps)));
  },
  office: {
    now: async () => (await world.deps.office.load())?.office ?? emptyOffice,
    ask: async (act) =>
      officeAnswerSchema.parse(sent(await recordOffice({ ...sent(act), ...CHANNEL }, world.deps))),
  },
  links: {
    ...world.deps.links,
    acknowledge: (said) => {
      const request = acknowledgingSchema.parse(sent({ acknowledge: said }));
      return acknowledge(request.acknowledge, world.deps);
    },
  },
  drafts: someDrafts(),
});

/** Visits come on the world's clock. */
export const aVisitClock = (world: World, at: number | undefined) => {
  if (at !== undefined) world.clock.to(new Date(at).toISOString());
  return {
    get now() {
      return world.clock.now();
    },
    set now(instant: number) {
      world.clock.to(new Date(instant).toISOString());
    },
  };
};
