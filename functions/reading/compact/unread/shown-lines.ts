import type { Block, OpenedMail, View } from "../document.ts";
import { allSentences, sentencesIn, withoutSignatures } from "../endings/without-furniture.ts";
import { segmentsOf, textOf } from "../forms/segments.ts";
import type { Lexicon } from "../words/lexicon.ts";
import { saySameWords } from "./whole.ts";

/** What stands in a mail and is no part of what it reports. */
export type Furniture =
  | "banner or disclaimer"
  | "signature"
  | "quoted header"
  | "greeting"
  /** "3." before a line of a numbered form. */
  | "numbering"
  /** The other view of a body, where it says the same word by word. */
  | "said above";

const name = "\\p{Lu}[\\p{L}'’-]*";
const whom = `(?: (?:all|team|colleagues?|both|everyone|sir ?(?:/|or) ?madam|sir|madam|${name}(?: ${name})?))?`;
/** "Dear colleague,": with nothing behind it. */
const greeting = new RegExp(
  `^(?:Dear|DEAR|Hi|Hello|Hiya|Good (?:[Mm]orning|[Aa]fternoon|[Ee]vening|[Dd]ay)|Morning|Afternoon|Evening|All|Team|Colleagues)${whom}[\\s,.!–-]*$`,
  "u",
);
/** "Please find attached a report for your information.", "FW: see attached". */
const covering =
  /^(?:\W*(?:fwd?|re|official|official[- ]sensitive)\W+)*(?:fyi|(?:(?:compact|report|form|notification)s? )?attached|for (?:your )?(?:information|attention|action)(?: only)?|(?:please )?(?:find|see) (?:(?:the |a )?(?:compact|report|form|notification) )?(?:below|attached|enclosed)(?:,? (?:a |the )?(?:new )?(?:compact|report|form|notification|details))?(?:,? for (?:your )?(?:information|attention|action))?|to whom it may concern)[\s.,!:–-]*$/i;

export const isGreeting = (text: string): boolean => greeting.test(text.trim()) || covering.test(text.trim());

/** The blocks of a stretch that are its writer's signature, by their place. */
export const signaturesIn = (blocks: readonly Block[], lexicon: Lexicon): ReadonlySet<number> => {
  const left = withoutSignatures(blocks, lexicon);
  return new Set(blocks.flatMap((block, at) => (left[at] === block ? [] : [at])));
};

/** What of a text is somebody's own, and the sentences of mail systems and closings beside it. */
export const partedFrom = (text: string, lexicon: Lexicon): { own: string; systems: string } => {
  if (lexicon.isClosing(text) && text.length < 40) return { own: "", systems: text };
  const own = sentencesIn(text, lexicon);
  const systems = allSentences(text).filter((one) => !own.includes(one));
  return { own: own.join(" "), systems: systems.join(" ") };
};

export const wordsOf = (block: Block): string =>
  block.kind === "row" ? block.cells.filter(Boolean).join(" | ") : textOf(block);

/** A line or a row of what a mail shows, in the mail's order. */
export type ShownLine = {
  text: string;
  /** What it is where that is known by its place. */
  furniture?: Furniture;
  /** A blank line stands above it. */
  gap: boolean;
};

const isSaidAbove = (views: readonly View[], at: number): boolean =>
  views.slice(0, at).some((above) => saySameWords(above, views[at] as View));

const again = ({ blocks }: View): ShownLine[] =>
  blocks.map((block) => ({ text: wordsOf(block), gap: false, furniture: "said above" }));

/** What stands in one view, or in a subject. */
export type ShownPart = { lines: ShownLine[] };

const linesOf = (blocks: readonly Block[], lexicon: Lexicon): ShownLine[] => {
  const signed = signaturesIn(blocks, lexicon);
  const lines: ShownLine[] = [];
  let gap = false;
  for (const [at, block] of blocks.entries()) {
    const text = wordsOf(block);
    if (text) lines.push({ text, gap, ...(signed.has(at) ? { furniture: "signature" as const } : {}) });
    gap = !text;
  }
  return lines;
};

const viewLines = ({ blocks }: View, lexicon: Lexicon): ShownLine[] =>
  segmentsOf(blocks).flatMap(({ head, blocks: own }) => [
    ...head.flatMap((block) => {
      const text = wordsOf(block);
      return text ? [{ text, gap: true, furniture: "quoted header" as const }] : [];
    }),
    ...linesOf(own, lexicon),
  ]);

/** Everything a mail shows, and what is attached to it, in its order. Hidden text is not shown. */
export const shownParts = (mail: OpenedMail, lexicon: Lexicon): ShownPart[] => [
  ...(mail.subject ? [{ lines: [{ text: mail.subject, gap: true }] }] : []),
  ...mail.views.map((view, at) => ({
    lines: isSaidAbove(mail.views, at) ? again(view) : viewLines(view, lexicon),
  })),
  ...mail.mails.flatMap(({ mail: inner }) => shownParts(inner, lexicon)),
];
