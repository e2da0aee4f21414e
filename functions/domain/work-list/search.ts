import { plainText } from "../compact/plain-text.ts";
import type { ListedEpisode } from "./item.ts";

const months = "january february march april may june july august september october november december".split(
  " ",
);

const monthOf = (word: string): number => {
  if (/^\d+$/.test(word)) return Number(word);
  return word.length < 3 ? 0 : months.findIndex((month) => month.startsWith(word)) + 1;
};

const iso = (year: number, month: number, day: number): string =>
  [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");

/** 2011-03-09, 9/3/2011, 9.3.11 or 9 March 2011: the day comes first, as people here write it. */
export const birthDateIn = (q: string): string | undefined => {
  const [a = "", b = "", c = ""] = plainText(q).split(" ");
  if (/^\d{4}$/.test(a) && monthOf(b) > 0 && /^\d{1,2}$/.test(c))
    return iso(Number(a), monthOf(b), Number(c));
  if (!/^\d{1,2}$/.test(a) || monthOf(b) === 0 || !/^(\d{2}|\d{4})$/.test(c)) return undefined;
  return iso(c.length === 2 ? 2000 + Number(c) : Number(c), monthOf(b), Number(a));
};

const joined = (text: string): string => plainText(text).replaceAll(" ", "");

/** By reference (or a part of it), by the beginnings of names in any order, or by birth date. */
export const isFoundBy = ({ reference, listing: { child } }: ListedEpisode, q: string): boolean => {
  const wanted = plainText(q);
  if (wanted === "") return true;
  if (joined(reference).includes(joined(q))) return true;
  if (child.dateOfBirth !== undefined && child.dateOfBirth === birthDateIn(q)) return true;
  const names = plainText([child.forenames, child.surname, child.knownAs].filter(Boolean).join(" ")).split(
    " ",
  );
  return wanted.split(" ").every((word) => names.some((name) => name.startsWith(word)));
};
