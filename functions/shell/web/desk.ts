import type { LambdaClient } from "@aws-sdk/client-lambda";
import * as z from "zod";
import { askFunction } from "../../adapters/ask-function.ts";
import { type ListDeps, listEpisodes, type Which } from "../../core/list-episodes/list-episodes.ts";
import { openEpisode } from "../../core/open-episode/open-episode.ts";
import type { Acknowledged, Acknowledging, Links } from "../../core/ports/acknowledgements.ts";
import { officeAnswerSchema } from "../../core/ports/asking-office.ts";
import type { OfficeStore } from "../../core/ports/office.ts";
import { byHandSchema, type OpenByHand } from "../../core/ports/opening.ts";
import { type RecordAct, recordedSchema } from "../../core/ports/recording.ts";
import { emptyOffice } from "../../domain/office/office.ts";

type DeskDeps = ListDeps & { office: OfficeStore; links: Links; lambda: LambdaClient };

const acknowledgedSchema: z.ZodType<Acknowledged> = z.object({
  outcome: z.enum(["acknowledged", "unknown-link"]),
});

const CHANNEL = { channel: "console" };

/** What the pages read from the tables, and whom they ask to write: what people do is the record-action function's. */
export const desk = (deps: DeskDeps, { recordActionArn }: { recordActionArn: string }) => {
  const { lambda, office } = deps;
  const asked = { name: "recorder of actions", functionArn: recordActionArn };
  const record = askFunction(lambda, { ...asked, answer: recordedSchema });
  const acknowledge = askFunction(lambda, { ...asked, answer: acknowledgedSchema });
  const ask = askFunction(lambda, { ...asked, answer: officeAnswerSchema });
  const open = askFunction(lambda, { ...asked, answer: byHandSchema });
  return {
    open: (act: Parameters<OpenByHand>[0]) => open({ ...act, ...CHANNEL }),
    episodes: {
      listed: (which: Which) => listEpisodes(which, deps),
      open: (episodeId: string) => openEpisode(episodeId, deps),
      since: deps.episodes.eventsSince,
    },
    record: (act: Parameters<RecordAct>[0]) => record({ ...act, ...CHANNEL }),
    links: {
      ...deps.links,
      acknowledge: (said: Acknowledging) => acknowledge({ acknowledge: said }),
    },
    office: {
      now: async () => (await office.load())?.office ?? emptyOffice,
      ask: (act: Parameters<typeof ask>[0]) => ask({ ...act, ...CHANNEL }),
    },
  };
};
