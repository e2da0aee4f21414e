import { type Instant, toInstant } from "../calendar/instant.ts";
import type { Episode } from "../episode/episode.ts";
import type { ActionEvent, CompactEvent } from "../episode/events.ts";
import { oncePer } from "../once-per.ts";
import type { Condition } from "../profile/condition.ts";
import { conjunctsOf } from "../profile/parts.ts";
import { valueAt } from "../value-at.ts";
import { concernKinds } from "./concern.ts";

type Recorded = ActionEvent | CompactEvent;

/** What people record because they are concerned, beside the concerns of an interview or a conversation. */
const concerning: readonly string[] = ["raise-concern", "prevention-visit", "abuse-considered"];

const isConcern = ({ type, data }: ActionEvent): boolean =>
  concerning.includes(type) && Boolean(data.concern);

const flagFacts = {
  exploitation: "exploitation",
  trafficking: "trafficking",
  refusesToReturn: "unwilling-to-return",
};

type Turn = { concerns: readonly string[]; flags: readonly string[]; actions: readonly string[] };

const none: Turn = { concerns: [], flags: [], actions: [] };
const both = (a: Turn, b: Turn): Turn => ({
  concerns: [...a.concerns, ...b.concerns],
  flags: [...a.flags, ...b.flags],
  actions: [...a.actions, ...b.actions],
});

const recordedAt = (event: Recorded): Instant => toInstant(event.recordedAt);

/** Which concerns a condition holds because of; what stands inside "not" calls for nothing. */
const turnOf = (condition: Condition): Turn => {
  if ("all" in condition) return conjunctsOf(condition).map(turnOf).reduce(both, none);
  if ("any" in condition) return condition.any.map(turnOf).reduce(both, none);
  if ("concern" in condition) return { ...none, concerns: condition.concern };
  if ("flag" in condition) return { ...none, flags: condition.flag };
  const named =
    "recorded" in condition ? condition.recorded : "lastRecorded" in condition && condition.lastRecorded;
  return named && concerning.includes(named) ? { ...none, actions: [named] } : none;
};

const turnsOn = oncePer(turnOf);

const concernsIn = ({ data }: ActionEvent): string[] =>
  concernKinds.filter((kind) => valueAt(data, `concerns.${kind}`) === true);

const flagsIn = (event: Recorded): string[] => {
  if (event.kind === "compact") return event.compact.flags ?? [];
  if (event.type !== "fact-recorded") return [];
  return Object.entries(flagFacts).flatMap(([fact, flag]) => (event.data[fact] === "yes" ? [flag] : []));
};

const shares = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));

/** The record writes up the interview: what both say is one concern. */
const writesUp = (action: ActionEvent, before: readonly Recorded[]): boolean => {
  if (action.type !== "written-record") return false;
  const interview = before.findLast((one) => one.type === "interview-held");
  if (interview?.kind !== "action") return false;
  return concernsIn(action).every((kind) => concernsIn(interview).includes(kind));
};

const wordsOf = (event: Recorded): string =>
  event.kind === "compact" ? (event.compact.provenance.flags?.raw ?? "") : "said by us";

/** A flag said again is a second concern only in other words, and once the first was dealt with: reports repeat what they know. */
const saysAgain = (event: Recorded, wanted: readonly string[], { before, dealt }: Before): boolean =>
  flagsIn(event)
    .filter((flag) => wanted.includes(flag))
    .every((flag) => {
      const last = before.findLast((one) => flagsIn(one).includes(flag));
      if (last === undefined) return false;
      const isDealtWith = dealt.some((at) => at > recordedAt(last) && at <= recordedAt(event));
      return !isDealtWith || wordsOf(last) === wordsOf(event);
    });

/** What reached us before, and when evidence of the duty did. */
type Before = { before: readonly Recorded[]; dealt: readonly Instant[] };

const raises = (event: Recorded, turn: Turn, known: Before): boolean => {
  if (event.kind === "action") {
    if (turn.actions.includes(event.type) && isConcern(event)) return true;
    if (shares(concernsIn(event), turn.concerns)) return !writesUp(event, known.before);
  }
  return shares(flagsIn(event), turn.flags) && !saysAgain(event, turn.flags, known);
};

const everRecorded = ({ compacts, actions, taken }: Episode): Recorded[] =>
  [...compacts, ...actions, ...taken.map(({ event }) => event)].toSorted(
    (a, b) => recordedAt(a) - recordedAt(b),
  );

/** Everything by which somebody has raised what the condition turns on, in the order it reached us; taken back or not. */
export const raisedBy = (condition: Condition, episode: Episode, dealt: readonly Instant[]): Recorded[] => {
  const turn = turnsOn(condition);
  if (turn.concerns.length + turn.flags.length + turn.actions.length === 0) return [];
  const ever = everRecorded(episode);
  return ever.filter((event, i) => raises(event, turn, { before: ever.slice(0, i), dealt }));
};

const calm = <E extends Recorded>(event: E): E[] => {
  if (event.kind === "compact") {
    const { flags: _, ...compact } = event.compact;
    return [{ ...event, compact }];
  }
  if (isConcern(event)) return [];
  const { concerns: _, exploitation: __, trafficking: ___, refusesToReturn: ____, ...data } = event.data;
  return [{ ...event, data }];
};

/** The episode as though these concerns were the only ones: what each by itself calls for, and by when. */
export const withOnly = (kept: readonly string[], episode: Episode): Episode => {
  const only = <E extends Recorded>(events: readonly E[]): E[] =>
    events.flatMap((event) => (kept.includes(event.id) ? [event] : calm(event)));
  return { ...episode, compacts: only(episode.compacts), actions: only(episode.actions) };
};
