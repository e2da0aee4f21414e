import { toIso } from "../../functions/domain/calendar/instant.ts";
import { arisen, type EpisodeStatus } from "../../functions/domain/duty/assess.ts";
import type { Duty, DutyState } from "../../functions/domain/duty/duty.ts";
import type { EpisodeEvent, RungEvent } from "../../functions/domain/episode/events.ts";
import { inStatedOrder } from "../../functions/domain/episode/order.ts";
import { assessed } from "./assessed.ts";
import type { Clients } from "./clients.ts";
import { findEpisode } from "./read-episode.ts";
import type { Deployed } from "./stacks.ts";

export type DutyView = {
  rule: string;
  duty: string;
  clause: string;
  dueAt: string | null;
  state: DutyState;
  reason: string | null;
  rungsFired: string[];
};

/** What happened; of a person's act who did it, of a mail which one it was and whom it went to. */
export type EventView = { type: string; at: string } & Partial<
  { by: string } & Pick<RungEvent, "rule" | "duty" | "rung" | "to">
>;

export type EpisodeView = {
  id: string;
  reference: string;
  status: EpisodeStatus;
  profile: string;
  events: EventView[];
  duties: DutyView[];
};

type FiredRung = { duty: string; rung: string };

const dutyView = (duty: Duty, fired: readonly FiredRung[]): DutyView => ({
  rule: duty.rule.id,
  duty: duty.key,
  clause: duty.rule.clause,
  dueAt: duty.dueAt === undefined ? null : toIso(duty.dueAt),
  state: duty.state,
  reason: duty.reason ?? null,
  rungsFired: fired.filter((r) => r.duty === duty.key).map((r) => r.rung),
});

export const eventView = (event: EpisodeEvent): EventView => {
  const { type, at } = event;
  if (event.kind === "action") return { type, at, by: event.by };
  if (event.kind !== "rung") return { type, at };
  const { rule, duty, rung, to } = event;
  return { type, at, rule, duty, rung, to };
};

/** The episode as it stands at this time on the lab's clock. */
export const episodeView = async (
  reference: string,
  now: number,
  clients: Clients,
  deployed: Deployed,
): Promise<EpisodeView> => {
  const stored = await findEpisode(reference, clients, deployed);
  const { row, events } = stored;
  const assessment = await assessed(stored, now, clients, deployed);
  const fired = events.flatMap((e) => (e.kind === "rung" ? [{ duty: e.duty, rung: e.rung }] : []));
  return {
    id: row.episodeId,
    reference: row.reference,
    status: assessment.status,
    profile: row.profileHash,
    events: inStatedOrder(events).map(eventView),
    duties: arisen(assessment, now).map((duty) => dutyView(duty, fired)),
  };
};
