import type { Instant } from "../calendar/instant.ts";
import type { Compact } from "../compact/compact.ts";
import type { ActionEvent, CompactEvent, ProfileEvent, RungEvent } from "./events.ts";
import type { TakenBack } from "./standing-events.ts";

export type Risk = NonNullable<Compact["risk"]>;

/** What the events of one episode say, whatever order they came in. */
export type Episode = {
  id: string;
  reference: string;
  force: string;
  status: "missing" | "returned" | "cancelled";
  /** Why it was cancelled, for the duties that end with it. */
  cancelledBecause?: string;
  cancelledAt?: Instant;
  /** When the first compact reached us. */
  notifiedAt: Instant;
  missingAt?: Instant;
  reportedAt?: Instant;
  foundAt?: Instant;
  /** Child back at home or placement. */
  returnedAt?: Instant;
  /** When the found compact that counts reached us. */
  foundNotifiedAt?: Instant;
  /** The force cancelled its report and nobody has said whether the child is back: when that reached us (ALL-08). */
  assumedBackSince?: Instant;
  /** Each stated fact, the latest mail that states it winning. */
  facts: Partial<Compact>;
  /** The highest category ever held (Derby protocol 6.7). */
  highestRisk?: Risk;
  flags: ReadonlySet<string>;
  compacts: readonly CompactEvent[];
  actions: readonly ActionEvent[];
  /** Those whose every recipient has been told. */
  rungs: readonly RungEvent[];
  /** Mails of rungs that were still to tell somebody when they went. */
  partlyTold: readonly RungEvent[];
  /** What was recorded or applied, and counts no longer. */
  taken: readonly TakenBack[];
  /** The last change to another version of the profile. */
  profileChange?: ProfileEvent;
};

/** Start of the episode: when the child went missing, else the earliest instant known (ALL-06). */
export const startOf = (episode: Episode): Instant =>
  episode.missingAt ??
  episode.reportedAt ??
  Math.min(episode.foundAt ?? episode.notifiedAt, episode.notifiedAt);

/** Away with whereabouts known, and never reported missing: "not a missing episode" (Derby protocol 4.1.4). */
export const isAbsence = ({ compacts }: Episode): boolean =>
  compacts.some((c) => c.type === "absent") && !compacts.some((c) => c.type === "missing");
