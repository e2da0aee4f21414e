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
