import type { EpisodeRow } from "./stored-episode.ts";
import type { OutboxMessage } from "./writes.ts";

export type Outbox = {
  /** All that can be read; what can't be is left where it is and named, and keeps no other waiting. */
  waiting: (left: (id: string, cause: unknown) => void) => Promise<OutboxMessage[]>;
  done: (id: string) => Promise<void>;
};

export type Workflow = {
  /** Started, or already there: both are success. */
  start: (episodeId: string, generation: number) => Promise<void>;
  isRunning: (episodeId: string, generation: number) => Promise<boolean>;
  wake: Wake;
};

export type TokenStore = {
  keep: (episodeId: string, ladder: string, token: string) => Promise<void>;
  find: (episodeId: string, ladder: string) => Promise<string | undefined>;
};

/** Wakes the ladder that waits on a token; a token nobody waits on any more is no error. */
export type Wake = (token: string) => Promise<void>;

/** Open episodes by their workflows, a few at each asking, all in turn: after the last come the first again. */
export type OpenWorkflows = {
  next: (most: number) => Promise<Pick<EpisodeRow, "episodeId" | "generation">[]>;
};
