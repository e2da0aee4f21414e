import type { Flag } from "../../../domain/compact/compact.ts";

/** What a person is or has: said of a relative it is the relative's. Abuse at home, and exploitation, are the child's too. */
const ofOnePerson: ReadonlySet<Flag> = new Set([
  "in-hospital",
  "on-remand",
  "police-investigation",
  "self-harm",
  "medical",
]);
const somebody =
  "(?:father|mother|mum|dad|parents?|brother|sister|sibling|cousin|uncle|aunt|auntie|nan|gran|grand(?:mother|father|parents?)|boyfriend|girlfriend|partner|friends?|carer|neighbour|resident|peer|associate)";
/** "A friend's overdose", "her late mother's suicide". */
const somebodys = new RegExp(`\\b(?:step-?)?${somebody}(?:['’]s|s['’])\\s+(?:[\\p{L}-]+\\s+){0,2}$`, "iu");
const relative = new RegExp(
  `(?:^|[,.:]|\\band\\b|\\b(?:as|because|when|after|that|whose)\\b)\\s*(?:(?:her|his|their|the|a|an|another|one of (?:her|his|their)|child['’]?s)\\s+)?(?:step-?)?${somebody}\\s+(?:(?:is|are|was|were|has been|has|have|had|who|currently|now|also|being|remains|recently|previously|took|an?|suffers from)\\s+)*$`,
  "i",
);
/** "His best friend's brother is linked to …": whatever it is, it is no relative's of the child. */
const twiceRemoved = new RegExp(
  `\\b${somebody}(?:['’]s|s['’])\\s+(?:[\\p{L}-]+\\s+)?(?:step-?)?${somebody}\\s+(?:(?:is|are|was|were|has|have|had|been|being|currently|also|said|believed|thought|known|reported|linked|involved|to|be|in|with|for|a|an|the|victim|member|of)\\s+)*$`,
  "iu",
);
/** What that person does to the child, or with it, is the child's all the same. */
const toTheChild = /\b(?:her|him|them|the child|subject)\b/i;
const together = /^[^,]{0,20}\bwith (?:her|him|them|the child|subject)\b/i;

/** "Father in hospital, mother on remand" says nothing of where the child is. */
export const ofAnother = (
  text: string,
  { flag, from, to }: { flag: Flag; from: number; to: number },
): boolean => {
  const before = text.slice(Math.max(0, from - 60), from);
  const isTheirs = ofOnePerson.has(flag) && (relative.test(before) || somebodys.test(before));
  return (
    (isTheirs && !together.test(text.slice(to, to + 40))) ||
    (twiceRemoved.test(before) && !toTheChild.test(text.slice(to)))
  );
};

/** A flag word's place in a sentence. */
export type Place = { from: number; to: number };
/** A sentence with the places of all its flag words, in their order. */
export type Marked = { text: string; marks: readonly Place[] };

const negator =
  /\b(?:no longer|not(?! only\b)|no(?! doubt\b)|nil|none|nor|never|neither|without(?! (?:doubt|question|delay)\b)|denie[sd]|denying|nothing|unaware|unlikely|cannot|n\/k|(?:does|did|do|has|have|had|is|was|are|were|would|could|ca)n['’]t)\b/gi;

const small =
  "any|a|an|the|her|his|their|other|further|specific|serious|significant|relevant|formal|previous(?:ly)?|past|current(?:ly)?|recent|obvious|apparent|ongoing|active|real|to|be|been|being|is|are|was|were|has|have|had|having|does|do|that|this|there|yet|ever|so|she|he|they";
/** What is known, feared or asked: a "no" before it is about all that follows. */
const matter = new RegExp(
  `^\\W*(?:(?:${small}|at|of|in|immediate|particular)\\W+)*(?:concern(?:s|ed)?|history|evidence|known(?! (?:to|by)\\b)|know|knowledge|risks?|suggest\\w*|disclos\\w*|indicat\\w+|signs?|links?|linked|information|intelligence|intel|issues?|markers?|warnings?|reports?|mention|flags?|believ\\w+|think|thoughts?|ideation|plans?|intent(?:ion)?s?|attempts?|feelings?|wish(?:es)?|urges?|use|misuse|aware|suspect\\w*|involve\\w*|identified|instances?|episodes?|suffer\\w*|diagnos\\w+|admit\\w*)\\b`,
  "i",
);
/** Words a "no" reaches across to what it denies. */
const light = new RegExp(
  `^\\W*(?:(?:${small}|known|take|takes|taking|taken|uses?|using|on|in|at|for|with|from|of|subject|victim|considered|deemed|require[ds]?|need(?:s|ed|ing)?|prescribed|appear|seem)\\b\\W*)*$`,
  "i",
);
/** Here something else is said of the child. */
const turn =
  /\b(?:(?:but|however|although|though|because|therefore|who|other than|apart from|except)\b|(?:and|,|so|as|then)\s+(?:is|are|was|has|have|had|may|might|could|will|also|now|he|she|they|there|it|concern\w*|fears?|worr\w+|at risk|known|believed|thought|possibl[ey]|likely|mother|father|carer|self[- ]?harms)\b)/i;
const boundary = /[,/&]|\b(?:and|or|nor)\b/i;
const conjunction = /[/&]|\b(?:and|or|nor)\b/i;

const reaches = ({ text, marks }: Marked, start: number, place: Place): boolean => {
  const reach = text.slice(start, place.from);
  if (turn.test(reach)) return false;
  const cut = boundary.exec(reach);
  if (!cut) return matter.test(reach) || light.test(reach);
  // Over a list it reaches only from a thing of its kind: "no answer from friends, diabetic" denies no illness.
  const first = reach.slice(0, cut.index);
  const begin = marks.find(({ from }) => from >= start)?.from ?? place.from;
  const inFirst = begin < start + first.length;
  if (!matter.test(first) && !(inFirst && light.test(text.slice(start, begin)))) return false;
  // "No known self-harm, CSE" may be two markers; a list has more of them, or says "or".
  const list = text.slice(start, place.to + 60).split(/\bbut\b/i, 1)[0] ?? "";
  return conjunction.test(list) || list.split(",").length > 2;
};

const farthest = 200;

/** "No concerns re CSE, CCE or trafficking" denies all three; "has not returned and is suicidal" denies nothing. */
export const deniedBefore = (sentence: Marked, place: Place): boolean => {
  const since = Math.max(0, place.from - farthest);
  for (const no of sentence.text.slice(since, place.from).matchAll(negator))
    if (reaches(sentence, since + no.index + no[0].length, place)) return true;
  return false;
};

const answer =
  /^[\s\-–—:=?([]*(?:(?:is|are|was|were|has been|have been|marker|concerns?|risk|flag|status)\b[\s\-–—:=]*)*(?:ruled out|not (?:known|suspected|believed|thought|at risk|referred|identified|applicable|disclosed|required|indicated|evident|present|relevant|reported|recorded|noted|an? )|unlikely|none|nil|n\/?[ak]\b|no longer|no(?=\W*$|[.;:)\]]| ?[-–—]| (?:concerns?|known|evidence|history|information|risk|issues?|indicat\w+|recent|current|referral|marker)\b)|n\b(?!['’])|false\b|0\b|negative|denied|nothing\b|☐|✗|✘|\])/i;
const inVain = /^[^,.;]{0,40}\b(?:negative|with no (?:results?|trace|success))\b/i;
const ownClause = /^\s*,\s*(?:all )?(?:negative|none(?: known)?|nil|no (?:results?|trace))\s*(?:[,.;]|$)/i;

const answeredAt = (text: string, at: number): boolean => {
  const after = text.slice(at, at + 80);
  return answer.test(after.split(",", 1)[0] ?? "") || inVain.test(after) || ownClause.test(after);
};

const chain = /^\s*(?:[,/&]|,?\s*(?:and|or)\b)\s*$/i;

/** Where the list a word stands in ends: "CSE, CCE and trafficking: none known". */
const endOfList = ({ text, marks }: Marked, place: Place): number => {
  let end = place.to;
  let gap = "";
  for (const mark of marks) {
    if (mark.from < end) continue;
    const between = text.slice(end, Math.min(mark.from, end + 20));
    if (!chain.test(between)) break;
    gap = between;
    end = mark.to;
  }
  return conjunction.test(gap) ? end : place.to;
};

/** "CSE: none", "CSE N/A", "CSE and CCE not suspected"; not "CSE not ruled out". */
export const deniedAfter = (sentence: Marked, place: Place): boolean => {
  if (answeredAt(sentence.text, place.to)) return true;
  const end = endOfList(sentence, place);
  return end !== place.to && answeredAt(sentence.text, end);
};
