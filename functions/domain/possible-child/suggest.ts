import { dayInWords } from "../calendar/instant.ts";
import { plainText } from "../compact/plain-text.ts";
import type { ListedEpisode } from "../work-list/item.ts";
import type { Listing } from "../work-list/listing.ts";
import { birthDatesAlike, namesAlike } from "./alike.ts";

type Child = Listing["child"];

/** Another episode that may be of the same child, and why; a person decides. */
export type Suggestion = { episode: ListedEpisode; why: string[] };

const nameWhy = (one: Child, other: Child): string[] => {
  const alike = namesAlike(one, other);
  if (alike === "same") return ["the same name"];
  return alike ? ["a name that may be the same, written otherwise"] : [];
};

const birthWhy = ({ dateOfBirth: one }: Child, { dateOfBirth: other }: Child): string[] => {
  const alike = birthDatesAlike(one, other);
  if (alike === undefined || !one || !other) return [];
  return alike === "same"
    ? [`the same date of birth, ${dayInWords(one)}`]
    : [`dates of birth a slip apart, ${dayInWords(one)} and ${dayInWords(other)}`];
};

const addressWhy = ({ address: one }: Child, { address: other }: Child): string[] =>
  one && other && plainText(one) !== "" && plainText(one) === plainText(other)
    ? ["missing from the same address"]
    : [];

/** One thing in common is chance; the same name is not, where nothing speaks against it. */
const isWorthAsking = (why: readonly string[], one: Child, other: Child): boolean =>
  why.length > 1 || (namesAlike(one, other) === "same" && (!one.dateOfBirth || !other.dateOfBirth));

const isKnown = (one: ListedEpisode, other: ListedEpisode): boolean =>
  one.episodeId === other.episodeId || one.childKeys.some((key) => other.childKeys.includes(key));

/** Episodes that may be of the same child as this one and are not known to be: most in common first. */
export const possiblySameChild = (episode: ListedEpisode, others: readonly ListedEpisode[]): Suggestion[] =>
  others
    .flatMap((other): Suggestion[] => {
      if (isKnown(episode, other)) return [];
      const [one, two] = [episode.listing.child, other.listing.child];
      const why = [...nameWhy(one, two), ...birthWhy(one, two), ...addressWhy(one, two)];
      return isWorthAsking(why, one, two) ? [{ episode: other, why }] : [];
    })
    .toSorted((a, b) => b.why.length - a.why.length);
