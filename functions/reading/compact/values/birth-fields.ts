import { locateDay } from "../times/moments.ts";
import type { ReadContext } from "./read-context.ts";

/** "(15)", "aged 15", "/ 15 yrs": no hour and no part of a longer number. */
const stated = /(?<![\d:.])(\d{1,2})(?![\d:.]|\s?(?:mths?|months)\b)/;

/** "(previously recorded as 09/03/2010)": what it no longer is. */
const formerly = /(?<![\s([–—-])[\s([–—-]+(?:previously|formerly|amended from|corrected from|was)\b.*$/i;

/** A date of birth with the age that may stand beside it, which has to agree. */
export const dateOfBirth = (
  value: string,
  { latestYear, lexicon }: ReadContext,
): { said?: Record<string, unknown>; reason?: string } => {
  const found = locateDay(value.replace(formerly, ""), latestYear, lexicon.moments);
  if (!found) return { reason: "unreadable-date:dateOfBirth" };
  const age = stated.exec(found.rest)?.[1];
  return { said: { dateOfBirth: found.day, ...(age ? { age: Number(age) } : {}) } };
};

export const age = (value: string): { said?: Record<string, unknown> } => {
  const years = /^\D{0,8}(\d{1,2})\s*(?:y(?:ea)?rs?(?: old)?|yo)?\b/i.exec(value);
  return years ? { said: { age: Number(years[1]) } } : {};
};
