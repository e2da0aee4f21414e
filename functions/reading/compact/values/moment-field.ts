import { readMoment } from "../times/moments.ts";
import { collapse } from "../words/plain-words.ts";
import type { ReadContext } from "./findings.ts";

/** What a label for a time gives: `spare` counts only where nothing else says it, `isLeft` shows the words to a person. */
export type MomentOutcome = {
  said?: Record<string, unknown>;
  spare?: Record<string, unknown>;
  reason?: string;
  isLeft?: boolean;
};

const meansTime =
  /\d[/.:-]\d|\d\s?(?:[ap]\.?m\b|h(?:rs?|ours)?\b)|\d(?:st|nd|rd|th)\b|\d\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b\d{4}\b|\b(?:yesterday|today|tonight|night|morning|afternoon|evening|midnight|noon|lunch\w*|ago|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i;
const denied = /^(?:not|never|still|yet to)\b.{0,24}$|^un(?:located|traced|known)\b/i;
const noPlace =
  /^(?:no|yes)\b|\b(?:safe|well|alive|accord|voluntar\w+|self|by|him|her|them|she|he|they|police|officers?|wearing)\b/i;
const ofTheReturn = new Set(["foundAt", "returnedAt"]);

/** "Located: Friend's house" says where, not when; another label may still say that. */
const otherWords = (key: string, value: string): MomentOutcome => {
  const unread = { [`${key}:unread`]: value };
  const isPlace = ofTheReturn.has(key) && !noPlace.test(value) && /\p{L}{3}/u.test(value);
  return isPlace
    ? { said: unread, spare: { foundLocation: collapse(value) } }
    : { said: unread, isLeft: true };
};

export const momentField =
  (key: string) =>
  (value: string, { lexicon }: ReadContext): MomentOutcome => {
    const stated = readMoment(value, lexicon.moments);
    if (stated.kind === "instant")
      return { said: { [key]: stated.at }, ...(stated.ambiguous ? { reason: `ambiguous-date:${key}` } : {}) };
    if (stated.kind === "date") return { said: { [`${key}:date`]: stated.date } };
    if (stated.kind === "time") return { said: { [`${key}:time`]: stated.time } };
    if (lexicon.isYes(value) || lexicon.isNo(value) || denied.test(value)) return { said: {} };
    return meansTime.test(value) ? { reason: `unreadable-date:${key}` } : otherWords(key, value);
  };
