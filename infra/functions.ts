/**
 * Lambda's share of a processor goes by memory; with so much it is one. For what reads every open episode, or fires what
 * an outage left behind: with 256 MB, a seventh of a processor, a hundred rungs at once took half a minute.
 */
const WHOLE_PROCESSOR_MB = 1_769;

/** Every function of the pipeline: its folder in `functions/`, its limits, and who is hurt when it fails. */
export const functionCatalogue = {
  "ingest-compact": {
    // A mail whose reader died waits six times this before it is tried again. Its thread and its files have less.
    timeoutSeconds: 20,
    memoryMb: 1024,
    hurt: "A police mail is not being read, so a missing child may have no episode yet",
  },
  "note-arrival": {
    timeoutSeconds: 15,
    memoryMb: 256,
    hurt: "A police mail that Amazon does not announce is found only by the listing of a day, so its child may wait",
  },
  "read-attachment": {
    timeoutSeconds: 8,
    memoryMb: 1024,
    hurt: "A report that came as a Word or PDF file is not being read, so a missing child may have no episode yet",
  },
  "follow-ladder": {
    timeoutSeconds: 30,
    memoryMb: 256,
    hurt: "A reminder or an escalation may be late; the watchdog sends what it can",
  },
  "keep-token": {
    timeoutSeconds: 15,
    memoryMb: 256,
    hurt: "An episode can't be put to wait, so it may hear of news late; the watchdog sends what it can",
  },
  "close-episode": {
    timeoutSeconds: 15,
    memoryMb: 256,
    hurt: "A finished episode stays open on the list; no child waits for it",
  },
  "hand-over": {
    timeoutSeconds: 15,
    memoryMb: 256,
    hurt: "A step failed and the person who should hear of it was not told",
  },
  "record-action": {
    // Shorter than the console's, which awaits its answer.
    timeoutSeconds: 25,
    memoryMb: 256,
    hurt: "What a worker did for a child could not be recorded, so they are still being chased for it",
  },
  "decide-quarantine": {
    // Longer than ingest-compact, whose answer it awaits.
    timeoutSeconds: 30,
    memoryMb: 256,
    hurt: "What a person decided about a mail nobody could read is not carried out, so its child may wait on",
  },
  "migrate-episodes": {
    timeoutSeconds: 60,
    memoryMb: 256,
    hurt: "Open episodes can't be moved to another version of the protocol; they go on under the one they have",
  },
  "sweep-outbox": {
    timeoutSeconds: 60,
    memoryMb: 256,
    hurt: "Episodes whose start or news was lost on the way are not being started or woken again",
  },
  "watch-deadlines": {
    timeoutSeconds: 60,
    memoryMb: WHOLE_PROCESSOR_MB,
    hurt: "The last safeguard against a missed deadline is failing",
  },
  "reconcile-mail": {
    timeoutSeconds: 60,
    memoryMb: 256,
    hurt: "Police mails nobody read are not being looked for",
  },
  "send-digest": {
    timeoutSeconds: 60,
    memoryMb: WHOLE_PROCESSOR_MB,
    hurt: "Owners do not get their daily list of duties without a limit",
  },
  "check-facts": {
    timeoutSeconds: 60,
    memoryMb: 512,
    hurt: "Nobody would notice that reports count something else than the record says",
  },
  "send-report": {
    timeoutSeconds: 60,
    memoryMb: 512,
    hurt: "Boards and meetings do not get the reports they act on",
  },
  "watch-forces": {
    timeoutSeconds: 60,
    memoryMb: 256,
    hurt: "Nobody would notice that a force's mails have changed, or stopped coming",
  },
  "print-sheet": {
    timeoutSeconds: 60,
    memoryMb: WHOLE_PROCESSOR_MB,
    hurt: "The sheet of everything open is not being kept, so on a day the system is away nobody could print it",
  },
  "serve-console": {
    // API Gateway waits 29 seconds and no longer.
    timeoutSeconds: 28,
    // One whole processor: a page is drawn while somebody waits for it, and with 512 MB it has less than a third of one.
    memoryMb: WHOLE_PROCESSOR_MB,
    hurt: "Staff can't open the console, so what they do for a child can't be recorded and is chased for ever",
  },
} as const satisfies Record<string, { timeoutSeconds: number; memoryMb: number; hurt: string }>;

/** Those that a flood of mails may keep from nothing: each may have a reserve of the account's concurrency. */
export const deadlineKeepers = ["follow-ladder", "sweep-outbox", "watch-deadlines"] as const;

export type FunctionName = keyof typeof functionCatalogue;
/** Those that read what a stranger wrote, and do it in a thread or process apart: its code, which lies beside theirs. */
export const workers: Partial<Record<FunctionName, string>> = {
  "ingest-compact": "functions/reading/worker.ts",
  "read-attachment": "functions/reading/document-reader/worker.ts",
};
export const functionNames = Object.keys(functionCatalogue) as FunctionName[];

/** "ingest-compact" -> "IngestCompact": construct ids, output names and the slots of the definition. */
export const pascal = (name: string): string =>
  name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
