import { episodeStore } from "../../../functions/adapters/dynamo/episode-store.ts";
import { episodeUnder } from "../../../functions/core/compact-events/episode-for.ts";
import type { StoredEpisode } from "../../../functions/core/ports/stored-episode.ts";
import { unknownEpisode } from "../errors.ts";
import { authorityProfile } from "../stack/authority-profile.ts";
import type { Clients } from "../stack/clients.ts";
import type { Deployed } from "../stack/stacks.ts";

export const readEpisode = (
  id: string,
  { dynamo }: Pick<Clients, "dynamo">,
  { tables }: Deployed,
): Promise<StoredEpisode | undefined> => episodeStore(dynamo, tables).load(id);

/** The episode a person means: by the force's reference, or by our own id. */
export const findEpisode = async (
  reference: string,
  clients: Clients,
  deployed: Deployed,
): Promise<StoredEpisode> => {
  const { forces } = authorityProfile(deployed.authority);
  const store = episodeStore(clients.dynamo, deployed.tables);
  const named = forces.map((f) => episodeUnder(f.id, reference, store));
  const ids = /^ep-\w+$/.test(reference) ? [reference] : await Promise.all(named);
  for (const id of ids) {
    const stored = id && (await readEpisode(id, clients, deployed));
    if (stored) return stored;
  }
  throw unknownEpisode(reference);
};
