import { type Instant, toInstant } from "../calendar/instant.ts";
import type { Compact } from "../compact/compact.ts";
import type { Episode } from "../episode/episode.ts";
import { treatedAs } from "../episode/risk.ts";
import { saidByUs } from "../episode/stated-by-us.ts";
import { valueAt } from "../value-at.ts";

/** When the first mail or person said so: nothing is dated before anybody could know it. */
export const statedSince = (
  { compacts, actions }: Episode,
  says: (compact: Compact) => boolean,
): Instant | undefined => {
  const receipts = [...compacts, ...saidByUs(actions)]
    .filter((c) => says(c.compact as Compact))
    .map((c) => toInstant(c.recordedAt));
  return receipts.length > 0 ? Math.min(...receipts) : undefined;
};

type FactCondition = {
  fact: string;
  is?: string | boolean | undefined;
  contains?: string | undefined;
  except?: readonly string[] | undefined;
  ever?: boolean | undefined;
};

const plain = (value: unknown): string =>
  String(value)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** The value that counts now decides, or any ever stated; it holds since a mail first stated such a value. */
export const factSince = (
  { fact, is, contains, except = [], ever = false }: FactCondition,
  episode: Episode,
): Instant | undefined => {
  const fits = (source: unknown): boolean => {
    const value = valueAt(source, fact);
    if (is !== undefined) return value === is;
    if (contains !== undefined)
      return typeof value === "string" && value.toLowerCase().includes(contains.toLowerCase());
    return value !== undefined && !except.some((none) => plain(none) === plain(value));
  };
  return ever || fits(episode.facts) ? statedSince(episode, fits) : undefined;
};

/** The highest category ever held decides; it holds since the first mail with a category of the list. */
export const riskSince = (wanted: readonly string[], episode: Episode): Instant | undefined => {
  if (episode.highestRisk === undefined)
    return wanted.includes("unclassified") ? episode.notifiedAt : undefined;
  if (!wanted.includes(episode.highestRisk)) return undefined;
  return statedSince(episode, ({ risk }) => risk !== undefined && wanted.includes(treatedAs(risk)));
};

export const flagSince = (wanted: readonly string[], episode: Episode): Instant | undefined =>
  statedSince(episode, ({ flags }) => flags?.some((flag) => wanted.includes(flag)) ?? false);
