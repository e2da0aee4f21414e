import { episodeStore } from "../../../functions/adapters/dynamo/episode-store.ts";
import { officeStore } from "../../../functions/adapters/dynamo/office-store.ts";
import { profileStore } from "../../../functions/adapters/dynamo/profiles.ts";
import { planFor } from "../../../functions/core/append-events/append-events.ts";
import { remembering } from "../../../functions/core/office/people.ts";
import type { StoredEpisode } from "../../../functions/core/ports/stored-episode.ts";
import type { Assessment } from "../../../functions/domain/duty/assess.ts";
import { authorityProfile } from "../stack/authority-profile.ts";
import type { Clients } from "../stack/clients.ts";
import type { Deployed } from "../stack/stacks.ts";

/** Profile versions as the episodes keep them; the one in this folder may be newer and is none of theirs. */
const keptProfiles = ({ dynamo }: Clients, { authority, tables }: Deployed) =>
  profileStore({ profile: authorityProfile(authority), hash: "", raw: "" }, dynamo, tables);

/** How an episode stands at this time on the lab's clock, decided by the same code as in the functions. */
export const assessed = async (
  stored: StoredEpisode,
  now: number,
  clients: Clients,
  deployed: Deployed,
): Promise<Assessment> => {
  const deps = {
    episodes: episodeStore(clients.dynamo, deployed.tables),
    profiles: keptProfiles(clients, deployed),
    people: remembering(officeStore(clients.dynamo, deployed.tables).load, () => now),
    dispatch: async () => {},
    now: () => now,
  };
  const { assessment } = await planFor({ episodeId: stored.row.episodeId, events: [] }, deps, stored);
  return assessment;
};
