import * as z from "zod";
import { type AppendDeps, appendEvents } from "../core/append-events/append-events.ts";
import type { Acknowledged, Acknowledging, Links } from "../core/ports/acknowledgements.ts";
import { toIso } from "../domain/calendar/instant.ts";

/** A partner's word that a report arrived, by a link of its mail. */
export const acknowledgingSchema = z.strictObject({
  acknowledge: z.strictObject({
    link: z.string().regex(/^[\w-]{43}$/),
    id: z.string().regex(/^[0-9a-f-]{36}$/),
    saysWho: z.string().max(200),
  }),
});

export type AcknowledgeDeps = AppendDeps & { links: Links };

/** All who got one mail have confirmed it by then; a link in a stranger's hands fills no episode. */
const MOST = 20;

/** An event beside all others; no duty looks at it. */
export const acknowledge = async (
  { link, id, saysWho }: Acknowledging,
  deps: AcknowledgeDeps,
): Promise<Acknowledged> => {
  const found = await deps.links.find(link);
  if (!found) return { outcome: "unknown-link" };
  const { episodeId, duty, rule } = found;
  const events = (await deps.episodes.load(episodeId))?.events ?? [];
  const before = events.filter((one) => one.kind === "acknowledgement" && one.link === link);
  if (before.length >= MOST) return { outcome: "acknowledged" };
  const at = toIso(deps.now());
  const event = {
    kind: "acknowledgement",
    type: "report-acknowledged",
    id: `acknowledged:${link}:${id}`,
    at,
    recordedAt: at,
    link,
    duty,
    rule,
    saysWho,
  } as const;
  await appendEvents({ episodeId, events: [event] }, deps);
  return { outcome: "acknowledged" };
};
