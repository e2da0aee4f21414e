import type { Block, OpenedMail, View } from "./document.ts";

/** What people write of a child who is missing or back, and what a form's labels say; better one word too many. */
const wordsOfAChild =
  /\b(?:missing|absent|absconded|run ?away|ran away|whereabouts|found|back home|safe and well|return(?:ed)?|child(?:ren)?|daughter|son|girl|boy|teenager|young person|youth|foster\w*|police|compact|mp|d\.?o\.?b|birth\w*|born|aged?|years? old|y\/o|ref|refs|reference|(?:(?:fore|sur|first|last|full|given)[- ]?)?names?\s{0,3}[:=])(?!\w)/i;

/** Letters and figures joined by strokes: a force's number for a report. */
const likeAReference =
  /\b(?=[\w/-]{0,60}[a-z])(?=[\w/-]{0,60}\d)[a-z0-9]{1,20}(?:[/-][a-z0-9]{1,20}){1,6}\b/i;

const month = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}";
const days = new RegExp(
  String.raw`\b\d{1,2}[./ -]\d{1,2}[./ -](\d{4}|\d{2})\b|\b(\d{4})-\d{2}-\d{2}\b|\b\d{1,2}(?:st|nd|rd|th)?\s{1,3}${month}\s{1,3}(\d{4}|\d{2})\b`,
  "gi",
);

/** Of no year in which the mail was written or the next: a child may have been born on it. */
const namesAnEarlierDay = (text: string, mailYear: number): boolean =>
  [...text.matchAll(days)].some(([, ...years]) => {
    const year = Number(years.find((one) => one !== undefined)) % 100;
    return year !== mailYear % 100 && year !== (mailYear + 1) % 100;
  });

const textsOf = (block: Block): string[] => {
  if (block.kind === "line") return [block.text];
  return block.kind === "row" ? [block.cells.join(" ")] : [];
};

const wordsOf = (views: readonly View[]): string[] => views.flatMap(({ blocks }) => blocks.flatMap(textsOf));

/**
 * Whether nothing in a mail can be about a child: nothing is attached, nothing in it stayed closed, and no word, number
 * or day in any of its views is one that a report would have. Only of such a mail may a person hear an hour later.
 */
export const isOfNoChild = (mail: OpenedMail, mailDate: string | undefined): boolean => {
  const mailYear = new Date(mailDate ?? "").getUTCFullYear();
  const { subject = "", views, hidden, second, enclosed, files, mails, faults } = mail;
  const isOpen = enclosed.length + files.length + mails.length + faults.length === 0 && !second?.failed;
  if (!isOpen || Number.isNaN(mailYear)) return false;
  const texts = [
    subject,
    ...wordsOf(views),
    ...hidden,
    ...(second?.other ? [second.other.subject, ...wordsOf(second.other.views)] : []),
  ];
  // A line may be broken anywhere, also within a date.
  return !texts
    .concat(texts.join(" "))
    .some(
      (text) => wordsOfAChild.test(text) || likeAReference.test(text) || namesAnEarlierDay(text, mailYear),
    );
};
