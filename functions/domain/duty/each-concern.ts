import { type Instant, toInstant } from "../calendar/instant.ts";
import { raisedBy, withOnly } from "../condition/causes.ts";
import type { Context } from "../condition/context.ts";
import { newsIn } from "../condition/news.ts";
import { since } from "../condition/since.ts";
import type { Episode } from "../episode/episode.ts";
import type { ActionEvent } from "../episode/events.ts";
import type { Rule } from "../profile/rule.ts";
import { valueAt } from "../value-at.ts";
import type { Duty } from "./duty.ts";
import { evidenceFor } from "./ending.ts";

/** One of several duties under one rule: its own clock, and evidence of its own. */
export type Own = { rule: Rule; key: string; created: Instant; nth: number; about?: string; again?: boolean };

/** Where one concern calls for a duty, its clocks know of no other. */
export const episodeAbout = (about: string | undefined, episode: Episode): Episode =>
  about === undefined ? episode : withOnly([about], episode);

const withTaken = (episode: Episode): Episode => {
  const taken = episode.taken.map(({ event }) => event);
  return {
    ...episode,
    actions: [...episode.actions, ...taken.filter((one) => one.kind === "action")],
    compacts: [...episode.compacts, ...taken.filter((one) => one.kind === "compact")],
  };
};

const ordinal = (nth: number): string => `${nth}${nth === 2 ? "nd" : nth === 3 ? "rd" : "th"}`;

const numbered = (rule: Rule, i: number): Rule =>
  i === 0 ? rule : { ...rule, title: `${rule.title} (${ordinal(i + 1)} concern)` };

type Cause = { about?: string; created: Instant; stands: boolean };

/** Each report with news is told by itself: of two within a second neither hides the other (ALL-10). */
const eachNews = (rule: Rule, episode: Episode): Own[] | undefined => {
  const news = newsIn(episode).map(({ event }, i) => ({
    rule,
    key: i === 0 ? rule.duty : `${rule.duty}-${i + 1}`,
    created: toInstant(event.recordedAt),
    nth: 0,
    about: event.id,
  }));
  return news.length > 0 ? news : undefined;
};

/**
 * Every concern counts: each by which the rule comes to apply starts a duty and clock of its own, also when an earlier one
 * was dealt with (ALL-09). Undefined where one alone calls for it. What is taken back keeps its number, so that no other's changes.
 */
export const severalOf = (rule: Rule, context: Context): Own[] | undefined => {
  if (rule.series) return undefined;
  const { episode } = context;
  if ("happened" in rule.when && rule.when.happened === "police-news") return eachNews(rule, episode);
  const dealt = evidenceFor(rule, context).map(({ action }) => toInstant(action.recordedAt));
  const raised = raisedBy(rule.when, episode, dealt);
  if (raised.length === 0) return undefined;
  const ever = withTaken(episode);
  const heldBecauseOf = (about: string | undefined): Cause[] => {
    const view = withOnly(about === undefined ? [] : [about], ever);
    const created = since(rule.when, { ...context, episode: view });
    const stands = !episode.taken.some(({ event }) => event.id === about);
    return created === undefined ? [] : [{ created, stands, ...(about === undefined ? {} : { about }) }];
  };
  const causes = [undefined, ...raised.map(({ id }) => id)]
    .flatMap(heldBecauseOf)
    .toSorted((a, b) => a.created - b.created);
  if (causes.length < 2) return undefined;
  return causes.flatMap(({ stands, ...cause }, i) =>
    stands
      ? [
          {
            ...cause,
            rule: numbered(rule, i),
            key: i === 0 ? rule.duty : `${rule.duty}-${i + 1}`,
            nth: 0,
            again: i > 0,
          },
        ]
      : [],
  );
};

const isImmediate = ({ data }: ActionEvent): boolean => valueAt(data, "concerns.immediate") === true;

const wentAt = ({ rungs }: Duty): Instant | undefined =>
  rungs.length > 0 && rungs.every(({ fired }) => fired)
    ? Math.max(...rungs.map(({ firedAt, at }) => firedAt ?? at))
    : undefined;

/** An interview that has gone out goes again, marked, with each immediate concern recorded since (ALL-09). */
export const againDistributed = (rule: Rule, [first]: readonly Duty[], { episode }: Context): Own[] => {
  const went = first && rule.carries === "interview" && rule.notice ? wentAt(first) : undefined;
  if (went === undefined) return [];
  return episode.actions
    .filter((action) => isImmediate(action) && toInstant(action.recordedAt) > went)
    .map((action, i) => ({
      rule: { ...rule, title: `AGAIN, with a later immediate concern: ${rule.title}` },
      key: `${rule.duty}-${i + 2}`,
      created: toInstant(action.recordedAt),
      nth: 0,
      about: action.id,
      again: true,
    }));
};
