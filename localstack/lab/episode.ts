import { episodeStore } from "../../functions/adapters/episode-store.ts";
import { profileStore } from "../../functions/adapters/profiles.ts";
import { planFor } from "../../functions/append-events/append-events.ts";
import { toIso } from "../../functions/domain/calendar/instant.ts";
import { arisen, type EpisodeStatus } from "../../functions/domain/duty/assess.ts";
import type { Duty, DutyState } from "../../functions/domain/duty/duty.ts";
import { inStatedOrder } from "../../functions/domain/episode/order.ts";
import { authorityProfile } from "./authority-profile.ts";
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

export type EpisodeView = {
  id: string;
  reference: string;
  status: EpisodeStatus;
  profile: string;
  events: { type: string; at: string }[];
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

/** Profile versions as the episodes keep them; the one in this folder may be newer and is none of theirs. */
const keptProfiles = ({ dynamo }: Clients, { authority, tables }: Deployed) =>
  profileStore({ profile: authorityProfile(authority), hash: "", raw: "" }, dynamo, tables);

/** The episode as it stands at this time on the lab's clock, decided by the same code as in the functions. */
export const episodeView = async (
  reference: string,
  now: number,
  clients: Clients,
  deployed: Deployed,
): Promise<EpisodeView> => {
  const stored = await findEpisode(reference, clients, deployed);
  const { row, events } = stored;
  const deps = {
    episodes: episodeStore(clients.dynamo, deployed.tables),
    profiles: keptProfiles(clients, deployed),
    dispatch: async () => {},
    now: () => now,
  };
  const { assessment } = await planFor({ episodeId: row.episodeId, events: [] }, deps, stored);
  const fired = events.flatMap((e) => (e.kind === "rung" ? [{ duty: e.duty, rung: e.rung }] : []));
  return {
    id: row.episodeId,
    reference: row.reference,
    status: assessment.status,
    profile: row.profileHash,
    events: inStatedOrder(events).map(({ type, at }) => ({ type, at })),
    duties: arisen(assessment, now).map((duty) => dutyView(duty, fired)),
  };
};
