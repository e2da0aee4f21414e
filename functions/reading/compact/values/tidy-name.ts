/** A name without what forms write beside it: `isTwo` where it names two people, nothing where it is no name. */
export type TidyName = { name?: string; knownAs?: string; isTwo?: true };

const edges = /^[\s:;,.*•–-]+|[\s:;,.*•–-]+$/g;
const titles = /(^|, ?)(?:mr|mrs|miss|ms|mx|master|dr)\b\.? ?/gi;
const trailingTitle = /,? (?:mr|mrs|miss|ms|mx|master)\.?$/i;
const alias = /[\s,;(–-]+(?:a\.?k\.?a\b\.?|(?:also )?known as\b|alias\b|prefers\b|goes by\b)[\s:]*(.*)$/i;
const quoted = /["“”]([^"“”]{1,40})["“”]|(?<=^|\s)['‘’]([\p{L} -]{1,40})['‘’](?=\s|,|$)/u;
const bracket = /[([]([^()[\]]*)[)\]]/;
const formerName = /^(?:n[ée]e|formerly|previously|was)\b/i;
/** Sex, age and date of birth: what a person is, not what it is called. */
const particulars =
  /^(?:m|f|male|female|boy|girl|mr|mrs|miss|ms)$|\d|^(?:d\.?o\.?b|born|aged?|she|he|they)\b/i;
const aside = /[\s,;(–-]+(?:(?:d\.?o\.?b|born|aged?)\b.*|\d.*)$/i;
/** "SMITH née JONES": what the family was called before. */
const former =
  /[\s,;(–-]+(?:n[ée]e|born as|formerly(?: known as)?|previously(?: known as)?)\s+(?=\p{L}).*$/iu;
const sex = /(?:,| -) ?(?:m|f|male|female)$/i;
const two = /(?:^|[\s,])(?:and|&|\+)(?:[\s,]|$)/i;
const notNames =
  /(?<![\p{L}'’-])(?:or|aka|nee|née|unknown|male|female|child|baby|boy|girl|person|not|known|unborn|dob|both|with|of|see|the)(?![\p{L}'’-])/iu;
const letters = /^\p{L}[\p{L}\p{M}'’‘`. -]*(?:, ?[\p{L}\p{M}'’‘`. -]+)?$/u;

/** "(Els)" is what she is called; "(F)" and "(nee COLE)" are not; "(correct spelling)" is for a person to make out. */
const bracketed = (inner: string): string | "nothing" | undefined => {
  const text = inner.trim();
  if (text === "" || particulars.test(text) || formerName.test(text)) return "nothing";
  const called = (alias.exec(` ${text}`)?.[1] ?? text).replace(/^["“”'‘]|["“”'’]$/g, "");
  return /^\p{Lu}/u.test(called) && letters.test(called) ? called : undefined;
};

/** Takes out what stands in brackets, quotes or behind "aka", as long as it is understood. */
const withoutAliases = (raw: string): { text: string; knownAs?: string } | undefined => {
  let text = raw;
  let knownAs: string | undefined;
  for (let found = bracket.exec(text); found; found = bracket.exec(text)) {
    const said = bracketed(found[1] as string);
    if (said === undefined) return undefined;
    if (said !== "nothing") knownAs ??= said;
    text = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
  }
  const nick = quoted.exec(text);
  if (nick) {
    knownAs ??= nick[1] ?? nick[2];
    text = `${text.slice(0, nick.index)} ${text.slice(nick.index + nick[0].length)}`;
  }
  const also = alias.exec(text);
  if (also) {
    const called = (also[1] as string).replace(aside, "").replace(edges, "");
    if (letters.test(called)) knownAs ??= called;
    text = text.slice(0, also.index);
  }
  return { text, ...(knownAs ? { knownAs } : {}) };
};

const plain = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/ ?[,;] ?/g, ", ")
    .replace(titles, "$1")
    .replace(edges, "");

/** As most names stand in their fields, unless one of their words is a remark. */
const ordinary = /^(?:[A-Z]{3,30}|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})$/;
const remarks =
  /\b(?:mr|mrs|miss|ms|mx|master|dr|and|or|aka|known|alias|prefers|goes|nee|formerly|previously|unknown|male|female|child|baby|boy|girl|person|not|unborn|dob|born|aged?|both|with|of|see|the)\b/i;

/** What can't be told apart from a name is left to a person: a name holds no figure, bracket, quote or "and". */
export const tidyName = (raw: string): TidyName => {
  if (ordinary.test(raw) && !remarks.test(raw)) return { name: raw };
  const whole = raw.slice(0, 200).replace(/\s+/g, " ").trim();
  // "ASHDOWN Title: Miss": where the next label begins only a person can tell.
  if (whole.replace(edges, "").includes(": ")) return {};
  const spared = withoutAliases(whole);
  if (two.test(spared?.text ?? whole)) return { isTwo: true };
  if (!spared) return {};
  const text = plain(plain(spared.text).replace(former, "").replace(aside, ""))
    .replace(sex, "")
    .replace(trailingTitle, "");
  const name = text.replace(edges, "");
  return letters.test(name) && !notNames.test(name)
    ? { name, ...(spared.knownAs ? { knownAs: spared.knownAs.trim() } : {}) }
    : {};
};
