import { type Instant, inWords, toInstant } from "../calendar/instant.ts";
import type { EpisodeEvent } from "../episode/events.ts";
import { sayAction } from "../profile/in-words/say-action.ts";
import type { FellDue } from "../work-list/since-close.ts";

/** What came for one episode, whoever brought it. */
export type Night = { reference: string; events: readonly EpisodeEvent[] };

const reports: Record<string, string> = {
  missing: "reported missing",
  found: "reported found",
  update: "an update from the force",
  cancelled: "the report was cancelled by the force",
  absent: "reported absent",
};

const upper = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const clock = (iso: string): string => inWords(toInstant(iso));

const who = (event: Extract<EpisodeEvent, { kind: "action" }>): string => event.actor?.name ?? event.by;

const said = (event: EpisodeEvent): string => {
  if (event.kind === "compact") return upper(reports[event.type] ?? event.type);
  if (event.kind === "acknowledgement") return "A partner confirmed that a report arrived";
  if (event.kind === "profile") return "Moved to another version of the protocol";
  if (event.kind === "rung") return `Told about ${event.duty.replaceAll("-", " ")}: ${event.to.join(", ")}`;
  return `${upper(sayAction({ action: event.type }, (duty) => duty))}, recorded by ${who(event)}`;
};

const inOrder = (a: EpisodeEvent, b: EpisodeEvent): number =>
  toInstant(a.recordedAt) - toInstant(b.recordedAt);

/** Of mails out only the last to each is said: a note nobody reads to its end hands nothing over. */
const worthSaying = (events: readonly EpisodeEvent[]): EpisodeEvent[] => {
  const sorted = events.toSorted(inOrder);
  return sorted.filter(
    (event, index) =>
      event.kind !== "rung" ||
      !sorted.slice(index + 1).some((later) => later.kind === "rung" && later.duty === event.duty),
  );
};

const ofEpisode = ({ reference, events }: Night, since: Instant): string[] => {
  const fresh = worthSaying(events.filter(({ recordedAt }) => toInstant(recordedAt) > since));
  return fresh.length === 0
    ? []
    : [[reference, ...fresh.map((event) => `- ${clock(event.recordedAt)}: ${said(event)}`)].join("\n")];
};

const dueLine = ({ episode, duty, dueAt, told }: FellDue): string => {
  const last = told.at(-1);
  const whom = last ? `told: ${last.to.join(", ")}` : "nobody was told";
  return `- ${episode.reference}, ${duty?.title ?? ""} (clause ${duty?.clause ?? ""}): due ${inWords(dueAt)}; ${whom}`;
};

/** Some nights have too much: what is left out is said, so that nobody takes the note for all of it. */
const MOST_EPISODES = 40;

/**
 * What a handover note begins with: what fell due since and is open, and what came for each episode, by its reference
 * and without a child's name. A person makes a note of it.
 */
export const draftHandover = (
  nights: readonly Night[],
  fellDue: readonly FellDue[],
  since: Instant,
  now: Instant,
): string => {
  const episodes = nights.flatMap((night) => ofEpisode(night, since));
  const left = episodes.length - MOST_EPISODES;
  return [
    `From ${inWords(since)} to ${inWords(now)}`,
    fellDue.length > 0
      ? ["Fell due and still open:", ...fellDue.map(dueLine)].join("\n")
      : "Nothing fell due that is still open.",
    ...(episodes.length > 0 ? episodes.slice(0, MOST_EPISODES) : ["Nothing new came."]),
    ...(left > 0 ? [`And ${left} more episodes: see the list.`] : []),
  ].join("\n\n");
};
