import type { PreventionInterview } from "../../../domain/compact/compact.ts";
import { dateMark } from "../times/beside-dates.ts";
import type { MomentForms } from "../times/moment-forms.ts";
import { locateMoment } from "../times/moments.ts";
import { collapse } from "../words/plain-words.ts";

/** Whether an interview was held, as far as its words say, and what they say besides. */
export type Conduct = { completed?: boolean; rest: string };

const verbs =
  "(?:completed?|done|held|conducted|carried out|undertaken|arranged|booked|attempted|seen|spoken|engag\\w+)";
const unfilled = /^\W*(?:yes|y)\s*[/|\\]\s*(?:no|n)\b/i;
const done = /^\W*(?:yes|y|completed?|done|held|conducted|carried out|undertaken|seen)\b/i;
const answerNo = /^[\s:?=,–—-]*(?:no|n|not (?:yet|done|completed|held))\s*(?:$|[-–—,.;:(])/i;
const plainlyNot = new RegExp(
  `^\\W*(?:no|n(?!\\s*/\\s*a\\b)|not (?:yet )?${verbs}|not yet|incomplete|outstanding|pending|awaiting|to be ${verbs})\\b`,
  "i",
);
/** What was tried, put off or turned down was not held, whatever comes before. Silence about something is no refusal. */
const undone = new RegExp(
  `\\b(?:(?:not|to be|will be|yet to be|never) (?:yet |been )?${verbs}|attempt\\w*|declin\\w+|refus\\w+(?! to (?:say|tell|disclose|discuss|give|comment|answer))|booked|scheduled|arranged|planned|due(?! to\\b)|tomorrow|postponed|cancelled|abandoned|unsuccessful\\w*|unable to (?:complete|hold|conduct|speak|see|engage|locate)|no (?:reply|answer)|pending|outstanding)\\b`,
  "i",
);

export const isUnfilled = (text: string): boolean => unfilled.test(text);

/** Only a plain statement that it was held counts as one: a police visit on record is asked for by nobody. */
export const conductIn = (text: string): Conduct => {
  const not = plainlyNot.exec(text);
  if (not) return { completed: false, rest: text.slice(not[0].length) };
  const said = done.exec(text);
  const rest = said ? text.slice(said[0].length) : text;
  const no = said ? answerNo.exec(rest) : null;
  if (no) return { completed: false, rest: rest.slice(no[0].length) };
  if (undone.test(text) || /^\W*(?:not|unable)\b/i.test(text)) return { completed: false, rest: text };
  return said ? { completed: true, rest } : { rest };
};

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
