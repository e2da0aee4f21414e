import type { Block, OpenedMail, View } from "../document.ts";
import { segmentsOf } from "../forms/segments.ts";
import type { Lexicon } from "../words/lexicon.ts";
import { type Furniture, signaturesIn, wordsOf } from "./furniture.ts";
import { saySameWords } from "./said-in.ts";

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
