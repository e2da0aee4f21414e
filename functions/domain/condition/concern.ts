import { type Instant, toInstant } from "../calendar/instant.ts";
import type { Episode } from "../episode/episode.ts";
import type { ActionEvent } from "../episode/events.ts";

type Concerns = Record<string, boolean | string | undefined>;

const concernsOf = (action: ActionEvent): Concerns => (action.data.concerns ?? {}) as Concerns;

/** Since when one of these concerns is on the interview or its written record. */
export const concernedSince = (episode: Episode, kinds: readonly string[]): Instant | undefined => {
  const action = episode.actions.find((a) => kinds.some((kind) => concernsOf(a)[kind] === true));
  return action && toInstant(action.recordedAt);
};

export const concernKinds = ["exploitation", "safeguarding", "immediate", "trafficking"] as const;

const ofInterview: readonly string[] = ["interview-held", "written-record"];

/** Whether the first concern on record came of the interview, or nobody says where it came from. */
export const concernOfInterview = ({ actions }: Episode): boolean => {
  const first = actions.find((action) => concernKinds.some((kind) => concernsOf(action)[kind] === true));
  return first === undefined || ofInterview.includes(first.type);
};

/** The earliest instant at which somebody says a concern was disclosed or noticed. */
export const noticedAt = ({ actions }: Episode): Instant | undefined => {
  const stated = actions
    .map((a) => concernsOf(a).noticedAt)
    .filter((at) => typeof at === "string")
    .map(toInstant);
  return stated.length > 0 ? Math.min(...stated) : undefined;
};

const inWords = (concerns: Concerns, otherwise: string): string => {
  const kinds = concernKinds.filter((kind) => kind !== "immediate" && concerns[kind] === true).join(", ");
  const kind = kinds && `${kinds[0]?.toUpperCase()}${kinds.slice(1)}`;
  const summary = typeof concerns.summary === "string" ? concerns.summary : kind ? "" : otherwise;
  return [kind, summary].filter(Boolean).join(": ");
};

/** Every concern somebody flagged, each once; the immediate ones are what the interview's recipients must see first. */
export const flaggedConcerns = ({ actions }: Episode): { immediate: string[]; others: string[] } => {
  const all = actions.map(concernsOf).filter((c) => concernKinds.some((kind) => c[kind] === true));
  const [immediate, others] = [true, false].map((isImmediate) => {
    const these = all.filter((c) => (c.immediate === true) === isImmediate);
    return [...new Set(these.map((c) => inWords(c, "Immediate concern flagged by the interviewer.")))];
  });
  return { immediate: immediate ?? [], others: others ?? [] };
};
