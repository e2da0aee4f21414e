import { readMoment } from "./moments.ts";
import type { PreventionInterview } from "./types.ts";

const notDone =
  /^(?:no|n|not (?:yet )?(?:completed?|done|held|conducted|carried out|undertaken)|incomplete|outstanding|pending|declined|refused|unable|to be (?:done|completed|arranged))\b/i;
const done = /^(?:yes|y|completed?|done|held|conducted|carried out|undertaken|seen)\b/i;
const officer =
  /\b(?:by|officer:?|with)?\s*((?:PC|PS|DC|DS|DI|PCSO|Sgt|Insp|TDC|SC)\.?\s+(?:\d{2,6}\b)?(?:\s*[A-Z][\p{L}'’-]+)*)/u;
const when =
  /(?:\b(?:on|at)\s+)?(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)?[\s-]+[A-Za-z]{3,9}[\s-]+\d{2,4})(?:\s*(?:T|at|@|,)?\s*\d{1,2}(?:[:.]?\d{2})?\s*(?:am|pm|hrs?|hours|Z)?)?/i;

const tidy = (text: string): string => text.replace(/^[\s,;:.–—-]+|[\s,;:–—-]+$/g, "").replace(/\s+/g, " ");

/** Done or not, when, by whom; what is left is the summary, or the reason it was not done. */
export const readInterview = (raw: string): PreventionInterview => {
  const declined = notDone.exec(raw);
  const completed = declined ? false : done.test(raw) ? true : undefined;
  let rest = declined
    ? /^(?:declined|refused|unable)/i.test(raw)
      ? raw
      : raw.slice(declined[0].length)
    : raw.replace(done, "");
  const date = when.exec(rest);
  const moment = date ? readMoment(date[0]) : undefined;
  if (date && moment?.kind === "instant") rest = rest.replace(date[0], " ");
  const by = officer.exec(rest);
  if (by) rest = rest.replace(by[0], " ");
  const summary = tidy(rest);
  const known = completed ?? (moment?.kind === "instant" ? true : undefined);
  return {
    ...(known === undefined ? {} : { completed: known }),
    ...(moment?.kind === "instant" ? { at: moment.at } : {}),
    ...(by?.[1] ? { officer: tidy(by[1]) } : {}),
    ...(summary && /\p{L}{2}/u.test(summary) ? { summary } : {}),
  };
};
