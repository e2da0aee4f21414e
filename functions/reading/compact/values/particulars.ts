import { locateDay } from "../times/moments.ts";
import type { ReadContext } from "./findings.ts";

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

/** How a phone is or whose it is not: "07700 900123 (mum)" may well be her mother's. */
const remark =
  /\s*[(,–-]?\s*\b(?:(?:currently |phone )?(?:switched |turned )?off|(?:own|personal|work)? ?(?:mobile|phone)|no answer|not answering|unanswered|(?:goes |going |straight )*(?:to )?voicemail|dead|not in use)\s*\)?\s*$/i;

/** A United Kingdom number, or one with its country, in E.164. Anything else is left for a person to read. */
export const readPhone = (raw: string): string | undefined => {
  const digits = raw
    .slice(0, 80)
    .replace(remark, "")
    .replace(/\(0\)/g, "")
    .replace(/[\s().-]/g, "");
  const found = /^(?:\+|00)([1-9]\d{7,14})$|^0([1-9]\d{8,9})$/.exec(digits);
  if (!found) return undefined;
  if (found[2]) return `+44${found[2]}`;
  const international = found[1] as string;
  return /^44/.test(international) && !/^44[1-9]\d{8,9}$/.test(international)
    ? undefined
    : `+${international}`;
};
