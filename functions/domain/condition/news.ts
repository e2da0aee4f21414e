import { type Instant, toInstant } from "../calendar/instant.ts";
import type { Episode } from "../episode/episode.ts";
import type { CompactEvent } from "../episode/events.ts";
import { decidedRisk, higherRisk, treatedAs } from "../episode/risk.ts";

/** A report that changes what people have to know at once, and what it changes, in the order they came (ALL-10). */
export type News = { event: CompactEvent; lines: readonly string[] };

/** A report of the end tells its own story, with duties and mails of its own. */
const tells: readonly string[] = ["update", "missing", "absent"];

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

const inWords = (slug: string): string => slug.replaceAll("-", " ");

/** What was held before: mail by mail, and what people recorded that the police decided. */
const riskBefore = ({ compacts, actions }: Episode, at: Instant) =>
  [
    ...compacts.map(({ recordedAt, trusted, compact: { risk } }) => ({
      recordedAt,
      trusted,
      risk: risk && treatedAs(risk),
    })),
    ...actions.map((action) => ({ recordedAt: action.recordedAt, trusted: true, risk: decidedRisk(action) })),
  ]
    .filter(({ recordedAt, risk }) => risk !== undefined && toInstant(recordedAt) < at)
    .toSorted((a, b) => toInstant(a.recordedAt) - toInstant(b.recordedAt))
    .findLast(({ trusted }) => trusted)?.risk;

const riskLines = ({ recordedAt, compact: { risk }, trusted }: CompactEvent, episode: Episode): string[] => {
  const held = riskBefore(episode, toInstant(recordedAt));
  const said = risk && treatedAs(risk);
  if (said === undefined || said === held) return [];
  if (held === undefined) return [`Risk: ${inWords(said)}, not stated before.`];
  const raised = higherRisk(held, said) === said;
  // A mail that nothing proves to be the force's may raise the risk and never lowers it.
  if (!raised && !trusted) return [];
  return [`Risk ${raised ? "raised" : "LOWERED"} from ${inWords(held)} to ${inWords(said)}.`];
};

const added = <T extends string>(said: readonly T[] | undefined, known: readonly string[]): T[] =>
  (said ?? []).filter((one) => !known.some((other) => plain(other) === plain(one)));

const textLines = (
  label: string,
  said: string | undefined,
  known: readonly (string | undefined)[],
): string[] =>
  said === undefined || known.some((one) => one !== undefined && plain(one).includes(plain(said)))
    ? []
    : [`${label}: ${said}`];

const linesOf = (event: CompactEvent, before: readonly CompactEvent[], episode: Episode): string[] => {
  const { compact } = event;
  const known = before.map((one) => one.compact);
  return [
    ...riskLines(event, episode),
    ...added(
      compact.warnings,
      known.flatMap(({ warnings }) => warnings ?? []),
    ).map((one) => `New warning: ${one}`),
    ...added(
      compact.flags,
      known.flatMap(({ flags }) => flags ?? []),
    ).map((one) => `Now also: ${inWords(one)}.`),
    ...textLines(
      "Harm",
      compact.harm,
      known.map(({ harm }) => harm),
    ),
    ...textLines(
      "What the police say now",
      compact.circumstances,
      known.map(({ circumstances }) => circumstances),
    ),
  ];
};

export const newsIn = (episode: Episode): News[] => {
  const received = episode.compacts.toSorted((a, b) => toInstant(a.recordedAt) - toInstant(b.recordedAt));
  return received.flatMap((event, i) => {
    if (i === 0 || !tells.includes(event.type)) return [];
    const lines = linesOf(event, received.slice(0, i), episode);
    return lines.length > 0 ? [{ event, lines }] : [];
  });
};
