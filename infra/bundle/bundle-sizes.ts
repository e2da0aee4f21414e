import { globSync, statSync } from "node:fs";
import { type FunctionName, functionNames } from "../functions.ts";

export type BundleSize = { name: FunctionName; bytes: number; budget: number };

/** Each byte is read and compiled at a cold start. Only what reads mails, and what opens their attachments, may be big; what asks, decides and mails is a little bigger. */
const bigger: Partial<Record<FunctionName, number>> = {
  "ingest-compact": 1_800_000,
  "read-attachment": 3_000_000,
  // Its pages, returns among them, and its sign-in; the SDK, zod, Temporal and OpenID take 370.
  "serve-console": 650_000,
  // It asks another function, reads episodes and sends mail; a person waits for it, not a child.
  "decide-quarantine": 600_000,
  // All reports and their printing; nobody waits for it.
  "send-report": 520_000,
};

const weigh = (folder: string): number =>
  globSync(`${folder}/*.mjs`).reduce((bytes, file) => bytes + statSync(file).size, 0);

/** What the bundles in a folder weigh, a worker's code included, against what they may. */
export const bundleSizes = (folder: string): BundleSize[] =>
  functionNames.map((name) => ({ name, bytes: weigh(`${folder}/${name}`), budget: bigger[name] ?? 500_000 }));
