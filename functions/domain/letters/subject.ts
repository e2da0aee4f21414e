import { type Ask, clauseOf, isForInformation, isLocal, ruleOf } from "./ask.ts";
import { agoInWords, leftInWords } from "./standing.ts";

/** Tells the first mail, the reminder and the limit apart. */
const standing = (ask: Ask): string => {
  const { duty, rungs, context } = ask;
  const { dueAt } = duty;
  if (dueAt === undefined || isForInformation(ask)) return "";
  if (dueAt <= context.now) {
    const ago = agoInWords(dueAt, context.now);
    return ago === undefined ? "DUE NOW: " : `LATE ${ago}: `;
  }
  const isReminder = rungs.some(({ rung }) => rung.from === "due");
  return isReminder ? `${leftInWords(dueAt, context.now)} left: ` : "";
};

const cited = (ask: Ask): string =>
  `${ruleOf(ask)}, ${isLocal(ask) ? "local practice" : `clause ${clauseOf(ask)}`}`;

/** How many more there are beside the one named, and about how many children where not all are about this one. */
export const andMore = (asks: number, episodes: number): string => {
  if (asks < 2) return "";
  return ` and ${asks - 1} more${episodes > 1 ? `, ${episodes} episodes` : ""}`;
};

/** The most urgent by reference, title, rule and clause, and how many more. No name of a child (ALL-13, ALL-16). */
export const subjectOf = (top: Ask, asks: number, episodes: number): string =>
  `${top.context.episode.reference}: ${standing(top)}${top.duty.rule.title} (${cited(top)})${andMore(asks, episodes)}`;
