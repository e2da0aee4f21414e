import type { PreventionInterview } from "../../../domain/compact/compact.ts";
import type { MomentForms } from "../times/moment-forms.ts";
import { locateMoment } from "../times/moments.ts";
import { dateMark } from "../times/zone-marks.ts";
import { collapse } from "../words/plain-words.ts";
import { conductIn, isUnfilled } from "./interview-conduct.ts";

const officer =
  /\b(?:by|officer:?|with)?\s*((?:PC|PS|DC|DS|DI|PCSO|Sgt|Insp|TDC|SC)\.?\s+(?:\d{2,6}\b)?(?:\s*[A-Z][\p{L}'’-]+)*)/u;
const sentenceEnd = /[.;](?=\s+\p{Lu})|\n/u;
const mark = new RegExp(
  `(?:\\b(?:on|at|(?:mon|tues|wednes|thurs|fri|satur|sun)day),?\\s|@\\s?){0,3}${dateMark}+`,
  "gi",
);

const before = new Set(" \t\n\r,;:.–—-");
const after = new Set(" \t\n\r,;:–—-");

/** Without dividers at either end. Not by a pattern: one that ends in "$" is slow where a long row of dashes does not. */
const tidy = (text: string): string => {
  let [from, to] = [0, text.length];
  while (from < to && before.has(text[from] as string)) from += 1;
  while (to > from && after.has(text[to - 1] as string)) to -= 1;
  return collapse(text.slice(from, to));
};

const hasWords = (text: string): boolean => /\p{L}{2}/u.test(text);

/** Done or not, when, by whom; what is left is the summary, or the reason it was not done. */
export const readInterview = (raw: string, forms?: MomentForms): PreventionInterview => {
  if (isUnfilled(raw)) return {};
  const head = raw.slice(0, raw.search(sentenceEnd) + 1 || undefined);
  const { stated, rest: marked } = locateMoment(head, forms);
  const at = stated.kind === "instant" ? stated.at : undefined;
  const by = officer.exec(head);
  const who = by?.[1] ? { officer: tidy(by[1]) } : {};
  const conduct = conductIn(head);
  if (conduct.completed === false) {
    const words = tidy(conduct.rest + raw.slice(head.length));
    const summary = hasWords(words) || !/\d/.test(words) ? words : tidy(raw);
    return { completed: false, ...who, ...(summary ? { summary } : {}) };
  }
  const left = tidy(conductIn(at ? marked.replace(mark, " ") : head).rest.replace(by?.[0] ?? "", " "));
  // A time and nothing but who was there says that it was held; with other words ("nobody home") they decide nothing.
  const held = conduct.completed ?? (at !== undefined && !hasWords(left));
  if (!held) return { ...who, summary: tidy(raw) };
  const summary = tidy(`${left} ${raw.slice(head.length)}`);
  const keeps = hasWords(summary) || stated.kind === "date";
  return { completed: true, ...(at ? { at } : {}), ...who, ...(summary && keeps ? { summary } : {}) };
};
