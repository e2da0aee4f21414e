import type { Instant } from "../../domain/calendar/instant.ts";

/** What somebody wrote so far of one section of an interview. `version` counts how often it was saved. */
export type DraftSection = { text: string; version: number; savedAt: string };

export type DraftKey = { subject: string; episodeId: string };

/** Unfinished interviews, each their writer's own, from whatever device; a section by itself, so that two never overwrite each other. */
export type Drafts = {
  /** Of the sections asked for, those that are there. */
  find: (key: DraftKey, sections: readonly string[]) => Promise<Record<string, DraftSection>>;
  /** Only over the version that its writer saw; else what is there instead. */
  save: (
    key: DraftKey,
    section: string,
    draft: { text: string; over: number },
    now: Instant,
  ) => Promise<{ kind: "saved" } | { kind: "changed"; now: DraftSection }>;
  drop: (key: DraftKey, sections: readonly string[]) => Promise<void>;
  /** The episodes of which somebody has one. */
  of: (subject: string) => Promise<string[]>;
};
