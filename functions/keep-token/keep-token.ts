import type { EpisodeStore } from "../core/ports/episode-store.ts";
import type { TokenStore, Wake } from "../core/ports/workflow.ts";
import type { Ladder } from "../domain/profile/ladder.ts";

export type KeepTokenDeps = { episodes: EpisodeStore; tokens: TokenStore; wake: Wake };

export type KeepTokenInput = { episodeId: string; ladder: Ladder; token: string; state: string };

/**
 * Stores the token before anybody can need it, then looks at the ladder again: an event that came between
 * "assess" and "wait" wakes it at once instead of being slept through.
 */
export const keepToken = async (input: KeepTokenInput, deps: KeepTokenDeps): Promise<void> => {
  const { episodeId, ladder, token, state } = input;
  await deps.tokens.keep(episodeId, ladder, token);
  const stored = await deps.episodes.load(episodeId);
  if ((stored?.row.ladders[ladder] ?? "") !== state) await deps.wake(token);
};
