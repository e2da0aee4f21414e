import type { DraftKey, DraftSection, Drafts } from "../../functions/core/ports/drafts.ts";
import { toIso } from "../../functions/domain/calendar/instant.ts";

/** Drafts in memory. */
export const someDrafts = (): Drafts => {
  const rows = new Map<string, DraftSection>();
  const keyOf = ({ subject, episodeId }: DraftKey, section: string) =>
    JSON.stringify([subject, episodeId, section]);
  return {
    find: async (key, sections) =>
      Object.fromEntries(
        sections.flatMap((section) => {
          const row = rows.get(keyOf(key, section));
          return row ? [[section, row]] : [];
        }),
      ),
    save: async (key, section, { text, over }, now) => {
      const there = rows.get(keyOf(key, section));
      if ((there?.version ?? 0) !== over) {
        if (there?.text === text) return { kind: "saved" };
        return { kind: "changed", now: there ?? { text: "", version: 0, savedAt: toIso(now) } };
      }
      rows.set(keyOf(key, section), { text, version: over + 1, savedAt: toIso(now) });
      return { kind: "saved" };
    },
    drop: async (key, sections) => {
      for (const section of sections) rows.delete(keyOf(key, section));
    },
    of: async (subject) => [
      ...new Set(
        [...rows.keys()]
          .map((key): string[] => JSON.parse(key))
          .flatMap(([whose, episodeId = ""]) => (whose === subject ? [episodeId] : [])),
      ),
    ],
  };
};
