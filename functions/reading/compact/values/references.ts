/** Figures, with letters and strokes between them; forces also write stars and long dashes into a number. */
const token = /[\p{L}\p{N}](?:[\p{L}\p{N}/_.*\\–-]*[\p{L}\p{N}])?/gu;
/** "MP 26 004417", "MP / 26 / 004417", "MPR 26 / 5512": the spaces belong to it. Only its last number is a long one. */
const spaced =
  /^(?:(?:\p{Lu}{1,6}|\p{L}{1,2})(?: ?[/–-] ?| )){0,3}(?:(?:\d{1,4} ){0,3}\d+|(?:\d{1,4} ?[/–-] ?){0,4}\d+)(?:[/–-][\p{L}\p{N}]{1,12})*(?![\p{L}\p{N}/_*]| ?[/–-] ?\d|[/–-]\p{L}| \d)/u;
/** With nothing beside it. */
const whole = /^[\p{L}\p{N}](?:[\p{L}\p{N}/_.*\\-]{0,38}[\p{L}\p{N}])?$/u;
/** "…-2026-": it goes on somewhere, and half of a number is another child's. */
const endsOpen = /[\p{L}\p{N}][/-]$/u;
/** "MP/26/004417 - A" may be a remark, or one of two children's. */
const mayGoOn = /\d(?: [/–-] ?| ?[/–-] )\p{Lu}{1,2}$/u;
const tightDash = /(?<=[\p{L}\p{N}])[–—](?=[\p{L}\p{N}])/gu;
const incidentOfADay = /^[\p{L}\p{N}][\p{L}\p{N}/_.*-]* (?:of|on|dated) [\p{L}\p{N} /.-]{6,25}$/iu;

const named = /^(?:(?:our )?ref(?:erence)?|no|nr|number|num|#)\b ?[.:#-]* */i;
const edges = /^[\s#:([*"'–-]+|[\s.,;:)\]*"'–-]+$/g;
const months = "jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec";
const dates = new RegExp(
  `(?<![\\p{L}\\p{N}/])\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})(?![\\p{L}\\p{N}/])|(?<![\\p{N}/])\\d{1,2}(?:st|nd|rd|th)? (?:${months})[a-z]* \\d{2,4}|(?<!\\d)\\d{1,2}:\\d{2}(?!\\d)`,
  "giu",
);
/** A number that says itself it is another one: "CAD 932", "Officer 4471", "rev 2". */
const otherNumber =
  /\b(?:officer|pc|ps|dc|ds|collar|oic|cad|incident|log|storm|occurrence|crime|nominal|urn|rev(?:ision)?|ver(?:sion)?|update|part|page)\b\.?(?: (?:no|number|ref)\b)?(?:[.: #]+|(?=\d))[\p{L}\p{N}/_*-]*\d[\p{L}\p{N}/_*-]*/giu;

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
const figures = (text: string): number => text.match(/\d/g)?.length ?? 0;

/** The numbers in a text that may be the one meant; short ones only where there is no longer. */
const numbersIn = (text: string): string[] => {
  const rest = text.replace(dates, " ").replace(otherNumber, " ");
  const all = (rest.match(token) ?? []).filter((one) => /\d/.test(one));
  const telling = all.filter((one) => figures(one) > 3);
  return telling.length > 0 ? telling : all;
};

/** "Linked MP 26 004417": only the end of a number written with spaces. */
const isPart = (text: string, number: string): boolean =>
  /^\d+$/.test(number) && /(?:\d|(?<!\p{L})\p{Lu}{1,5}) $/u.test(text.slice(0, text.indexOf(number)));

/** One number with remarks beside it is that number; two different ones are neither. */
const onlyNumber = (text: string): string | undefined => {
  const lead = spaced.exec(text)?.[0];
  if (lead)
    return numbersIn(text.slice(lead.length)).every((one) => figures(one) < 4 || bare(one) === bare(lead))
      ? lead
      : undefined;
  const [first, ...more] = numbersIn(text);
  if (!first || isPart(text, first)) return undefined;
  return more.every((one) => bare(one) === bare(first)) ? first : undefined;
};

/** As most are, with nothing beside it. */
const ordinary = /^[A-Za-z]{1,4}[/-]\d{2,8}[/-]\d{3,8}$/;

/** As written, spaces collapsed, and whole or not at all. Remarks after it are not part of it. */
export const readReference =
  (key: string) =>
  (value: string): { said?: Record<string, unknown>; reason?: string } => {
    if (ordinary.test(value)) return { said: { [key]: value } };
    const written = value.slice(0, 200).replace(/\s+/g, " ").replace(tightDash, "-").trim();
    const text = written.replace(edges, "").replace(named, "");
    // Incident logs begin anew each day, so there the day is part of it.
    const isLog = key === "incidentNumber" && incidentOfADay.test(text);
    const isWhole = whole.test(text) && /\d/.test(text) && text.replace(dates, "") !== "";
    if (key === "reference" && (endsOpen.test(written) || mayGoOn.test(text)))
      return { reason: `conflicting-values:${key}` };
    const found = isLog || isWhole ? text : onlyNumber(text);
    return found ? { said: { [key]: found } } : {};
  };

const isDate = (text: string): boolean =>
  /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(text) ||
  /^(?:19|20)\d\d[/.-]?(?:0[1-9]|1[0-2])[/.-]?(?:0[1-9]|[12]\d|3[01])$/.test(text) ||
  /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d$/.test(text);

/** No subject that anyone reads is longer. */
const longestSubject = 1_000;

/** What in a subject has the looks of a reference: at least five figures, letters and strokes between them, and no date. */
export const referencesIn = (subject: string): string[] => {
  const found =
    subject
      .slice(0, longestSubject)
      .replace(tightDash, "-")
      .replace(/(?<=\d) ?\/ ?(?=\d)/g, "/")
      .match(/(?<![\p{L}\p{N}])(?:\p{L}{1,6}[/-])*(?:\p{L}{0,4}\d[\p{L}\p{N}]*)(?:[/-][\p{L}\p{N}]+)*/gu) ??
    [];
  return found.filter((one) => figures(one) > 4 && !isDate(one));
};

/** Whether both name one report: alike but for strokes and spaces, or one the bare number the other ends with. */
export const sameReference = (a: string, b: string): boolean => {
  if (bare(a) === bare(b)) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (
    /^\d{4,}$/.test(short) && new RegExp(`[^\\p{L}\\p{N}]0*${short.replace(/^0+/, "")}$`, "u").test(long)
  );
};
