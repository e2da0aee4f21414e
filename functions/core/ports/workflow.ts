import type { OutboxMessage } from "./writes.ts";

export type Outbox = {
  waiting: () => Promise<OutboxMessage[]>;
  done: (id: string) => Promise<void>;
};

export type Workflow = {
  /** Started, or already there: both are success. */
  start: (episodeId: string, generation: number) => Promise<void>;
  isRunning: (episodeId: string, generation: number) => Promise<boolean>;
  /** Continues the ladder that waits on the token; a token nobody waits on is no error. */
  wake: (token: string) => Promise<void>;
};
