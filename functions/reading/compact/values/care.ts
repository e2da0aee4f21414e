import type { CareStatus } from "../../../domain/compact/compact.ts";
import type { Lexicon } from "../words/lexicon.ts";
import { plainWords } from "../words/plain-words.ts";
import { answerOf } from "./answers.ts";
import type { Finding, Findings, ReadContext } from "./findings.ts";

const authority =
  /\b(?:council|borough|authority|county|city|unitary|children['’]?s (?:services|trust)|social services)\b/i;
/** A hyphen without spaces belongs to a name: "Stoke-on-Trent". */
const divider = /[–—;,/():]|\s-|-\s/g;
/** "Not known to Derby City Council" names no authority that placed the child. */
const denied = /\b(?:not|no|never|known to|aware|informed|until|previous(?:ly)?|former(?:ly)?)\b/i;
const leadIn =
  /^(?:(?:yes|y|in|the|care|looked|after|child|lac|cla|placed|accommodated|under|subject|order|full|interim|section|s?\.?\d+|responsibility)\s+)*(?:of|by|to|with)\s+(?:the\s+)?(?=\p{Lu})/iu;

/** Longer than any answer: a paragraph under the wrong label. */
const longest = 300;

const isStatus = (part: string, lexicon: Lexicon): boolean => {
  const words = plainWords(part);
  return (
    words === "" ||
    lexicon.isYes(part) ||
    lexicon.careStatuses.some(([, phrases]) => phrases.includes(words)) ||
    (/^\p{Ll}/u.test(part) && !authority.test(part))
  );
};

/** The authority named after the answer and the kind of order: "Yes, full care order, Derby City Council". */
export const placedBy = (value: string, lexicon: Lexicon): string | undefined => {
  if (value.length > longest || !authority.test(value) || denied.test(value)) return undefined;
  let from = 0;
  let end = value.length;
  for (const mark of value.matchAll(divider)) {
    const part = value.slice(from, mark.index);
    if (isStatus(part.trim(), lexicon)) from = mark.index + mark[0].length;
    else if (authority.test(part)) {
      end = mark.index;
      break;
    }
  }
  const name = value.slice(from, end).trim().replace(leadIn, "");
  return authority.test(name) && /^\p{Lu}/u.test(name) ? name : undefined;
};

type Outcome = { said?: Record<string, unknown> };

/** Words that make something else of "looked after", "in care" or "LAC": over, not yet, or not by an authority. */
const doubtful =
  /\b(?:previous(?:ly)?|former(?:ly)?|historic(?:ally)?|until|till|was|were|ended|ceased|discharged|revoked|proceedings|pending|possibl[ey]|review|private(?:ly)?|grand\w+|friends?|relatives?|parents?|mother|father|mum|dad|aunt\w*|uncle|family|not|never|no)\b/;
const over = /\b(?:until|till|ended|ceased|discharged|revoked|previously|formerly|not|no longer)\b/;

const statusIn = (value: string, lexicon: Lexicon): CareStatus | undefined => {
  const words = plainWords(value);
  return lexicon.careStatuses.find(([, phrases]) =>
    phrases.some((phrase) => words === phrase || words.startsWith(`${phrase} `)),
  )?.[0];
};

const answered = (value: string, rest: string, lexicon: Lexicon): CareStatus | undefined => {
  const answer = answerOf(value, lexicon);
  const words = plainWords(rest);
  const leaver = lexicon.careStatuses
    .find(([status]) => status === "care-leaver")?.[1]
    .some((phrase) => words.startsWith(phrase));
  if (answer === "no") return leaver ? "care-leaver" : "not-looked-after";
  return answer === "yes" && !leaver && !over.test(words) ? "looked-after" : undefined;
};

const stated = (value: string, lexicon: Lexicon): CareStatus | undefined => {
  const status = statusIn(value, lexicon);
  return status === "looked-after" && doubtful.test(plainWords(value)) ? undefined : status;
};

const lead = /^\s*[^\s–—;:,/(.-]+[\s–—;:,/(.-]*/;

/** "Yes – Derby City Council": the answer, and after it the authority that placed the child. */
export const readCare = (value: string, { lexicon }: ReadContext): Outcome => {
  const answer = answerOf(value, lexicon);
  if (answer === "not stated") return { said: {} };
  const careStatus = answer ? answered(value, value.replace(lead, ""), lexicon) : stated(value, lexicon);
  const placingAuthority =
    careStatus === undefined || careStatus === "looked-after" ? placedBy(value, lexicon) : undefined;
  if (careStatus) return { said: { careStatus, ...(placingAuthority ? { placingAuthority } : {}) } };
  // An authority's name alone under "CLA" says who looks after the child.
  return placingAuthority && !answer && placingAuthority === value.trim()
    ? { said: { placingAuthority, careStatus: "looked-after" } }
    : {};
};

export const readCareLeaver = (value: string, { lexicon }: ReadContext): Outcome => {
  const answer = answerOf(value, lexicon);
  if (answer === "yes") return over.test(plainWords(value)) ? {} : { said: { careStatus: "care-leaver" } };
  return answer ? { said: {} } : {};
};

/** "Local Authority" may be where the child lives: it places only a child that is looked after. */
const onlyLives = (found: readonly Finding[]): boolean =>
  !found.some(({ key, value }) => key === "careStatus" && value === "looked-after");

/** What care labels mean beside each other. */
export const settleCare = (findings: Findings): void => {
  const statuses = findings.found.filter(({ key }) => key === "careStatus");
  const has = (status: CareStatus): boolean => statuses.some(({ value }) => value === status);
  if (has("looked-after") && has("not-looked-after")) findings.reasons.push("conflicting-values:careStatus");
  // "LAC: No" beside "Care Leaver: Yes" is a care leaver.
  const isLeaver = has("care-leaver") && !has("looked-after");
  const lives = findings.found.some(({ key, rank }) => key === "placingAuthority" && rank === 0);
  if (!isLeaver && !(lives && onlyLives(findings.found))) return;
  const drop = ({ key, value, rank }: Finding): boolean =>
    (isLeaver && value === "not-looked-after") ||
    (key === "placingAuthority" && rank === 0 && onlyLives(findings.found));
  findings.unrecognised.push(
    ...findings.found
      .filter((one) => one.key === "placingAuthority" && drop(one))
      .map(({ from }) => ({ label: from.label, value: from.raw })),
  );
  findings.found = findings.found.filter((one) => !drop(one));
};
