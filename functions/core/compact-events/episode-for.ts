import type { Compact } from "../../domain/compact/compact.ts";
import { joins } from "../../domain/episode/by-hand.ts";
import { fold } from "../../domain/episode/fold.ts";
import { childKeysOf, episodeIdOf, referenceKeyOf } from "../../domain/episode/identity.ts";
import type { EpisodeStore } from "../ports/episode-store.ts";

export type Episodes = Pick<EpisodeStore, "load" | "children">;

type Report = { compact: Compact; force: string; at: string };

/** Under which episode a reference is known: its own, or that of an episode opened by hand which a report with it joined. */
export const episodeUnder = async (
  force: string,
  reference: string,
  episodes: Episodes,
): Promise<string | undefined> => {
  const own = episodeIdOf(force, reference);
  if (await episodes.load(own)) return own;
  const rows = await episodes.children([referenceKeyOf(force, reference)]);
  return rows.flatMap((row) => row.episodes)[0]?.episodeId;
};

/**
 * The episode a report belongs to: the one under its reference; else one of the same child that a person opened for
 * this absence, which it joins (ALL-20); else a new one.
 */
export const episodeFor = async ({ compact, force, at }: Report, episodes: Episodes): Promise<string> => {
  const known = await episodeUnder(force, compact.reference, episodes);
  if (known) return known;
  const rows = await episodes.children(childKeysOf(force, compact));
  const ids = new Set(rows.flatMap((row) => row.episodes.map(({ episodeId }) => episodeId)));
  for (const id of ids) {
    const stored = await episodes.load(id);
    if (stored?.row.force === force && joins({ compact, at }, fold(id, stored.events))) return id;
  }
  return episodeIdOf(force, compact.reference);
};
