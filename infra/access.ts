import type { FunctionName } from "./functions.ts";

/** What a function may touch, and nothing else. */
export type Access = {
  raw?: "read" | "list";
  ledger?: "write";
  /** Events are appended and read; nobody may change or delete one. */
  events?: "read" | "append";
  episodes?: "write";
  outbox?: "write";
  workflow?: ("start" | "answer")[];
  mail?: true;
};

export const access: Record<FunctionName, Access> = {
  "ingest-compact": {
    raw: "read",
    ledger: "write",
    events: "append",
    episodes: "write",
    outbox: "write",
    workflow: ["start", "answer"],
    mail: true,
  },
  "open-episode": { episodes: "write" },
  "follow-ladder": { events: "append", episodes: "write", outbox: "write", mail: true },
  "keep-token": { events: "read", episodes: "write", workflow: ["answer"] },
  "close-episode": { events: "read", episodes: "write", outbox: "write", workflow: ["start"] },
  "hand-over": { episodes: "write", mail: true },
  "record-action": { events: "append", episodes: "write", outbox: "write", workflow: ["start", "answer"] },
  "sweep-outbox": { events: "append", episodes: "write", outbox: "write", workflow: ["start", "answer"] },
  "watch-deadlines": { ledger: "write", events: "append", episodes: "write", outbox: "write", mail: true },
  "reconcile-mail": { raw: "list", ledger: "write", outbox: "write", mail: true },
  "send-digest": { events: "read", episodes: "write", mail: true },
};
