import type { FunctionName } from "./functions.ts";

/** What a function may touch, and nothing else. */
export type Access = {
  raw?: "read" | "list";
  /** Is handed what waits in the queue of mails. */
  receives?: true;
  /** Lays files of mails out for a person to fetch. */
  shown?: "write";
  /** Keeps the page of everything that is open. */
  sheet?: "write";
  /** look: the index by force. read: one mail's entry, and those that wait. note: only that a mail is there. again: one mail's, that it waits anew. */
  ledger?: "look" | "read" | "note" | "again" | "write";
  /** Events are appended and read; nobody may change or delete one. */
  events?: "read" | "append";
  episodes?: "read" | "write";
  outbox?: "write" | "sweep";
  /** keep: each commit keeps the facts of its episode. mend: and reads them again. send: reads what reports count and keeps what was sent. */
  returns?: "keep" | "mend" | "read" | "send";
  workflow?: readonly ("start" | "answer" | "look")[];
  mail?: true;
  /** The other functions it may ask. */
  asks?: readonly FunctionName[];
  /** Those it only tells, and waits for no answer. */
  tells?: readonly FunctionName[];
  /** Leaves there what became of a decision, and reads nothing. */
  answers?: "write";
  /** Who is signed in, and what they typed into a session that had ended. */
  sessions?: "write";
  /** Proves who the console is by the key that stands for it. */
  signs?: true;
};

/** Whoever adds to an episode may have to start it, wake it, or bring others of the same child up to date. */
const dispatches = {
  events: "append",
  episodes: "write",
  outbox: "write",
  returns: "keep",
  workflow: ["start", "answer"],
} as const satisfies Access;

export const access: Record<FunctionName, Access> = {
  "ingest-compact": {
    ...dispatches,
    receives: true,
    raw: "read",
    shown: "write",
    ledger: "write",
    mail: true,
    asks: ["read-attachment"],
  },
  "note-arrival": { ledger: "note" },
  // What opens files that strangers made may do nothing but fetch them.
  "read-attachment": { raw: "read" },
  "follow-ladder": { events: "append", episodes: "write", outbox: "write", returns: "keep", mail: true },
  "keep-token": { events: "read", episodes: "write", workflow: ["answer"] },
  "close-episode": dispatches,
  "hand-over": { events: "read", episodes: "write", outbox: "write", mail: true },
  // A report taken off an episode: its mail waits again.
  "record-action": { ...dispatches, ledger: "again" },
  "migrate-episodes": dispatches,
  // A mail is read again where mails are read: here is neither its code nor a right to the bucket.
  "decide-quarantine": {
    ...dispatches,
    ledger: "write",
    mail: true,
    answers: "write",
    asks: ["ingest-compact"],
  },
  "sweep-outbox": { ...dispatches, outbox: "sweep", workflow: [...dispatches.workflow, "look"] },
  "watch-deadlines": {
    ledger: "write",
    events: "append",
    episodes: "write",
    outbox: "write",
    returns: "keep",
    mail: true,
  },
  "reconcile-mail": { raw: "list", ledger: "write" },
  "send-digest": { events: "read", episodes: "write", mail: true },
  // What it puts right is a commit like any other; what follows is left to the sweep.
  "check-facts": { events: "append", episodes: "write", outbox: "write", returns: "mend" },
  "send-report": { events: "read", episodes: "write", returns: "send", mail: true },
  "watch-forces": { ledger: "look", episodes: "write", mail: true },
  "print-sheet": { ledger: "read", events: "read", episodes: "read", sheet: "write" },
  // What a browser reaches writes sessions and nothing else; what people decide, others carry out.
  "serve-console": {
    ledger: "read",
    events: "read",
    episodes: "read",
    sessions: "write",
    signs: true,
    asks: ["ingest-compact", "record-action"],
    tells: ["decide-quarantine"],
  },
};
