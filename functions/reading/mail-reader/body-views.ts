import type { Block, View } from "../compact/document.ts";
import { textBlocks } from "../compact/forms/text-blocks.ts";
import { htmlBlocks, type SeenPage } from "./html-blocks.ts";

/** Word by word, with a space on either side, so that whole words are found. */
const wordsOf = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;

const textOf = (block: Block): string =>
  block.kind === "line" ? block.text : block.kind === "row" ? block.cells.join(" ") : "";

/** An honest page hides a line or two; each one more would be looked for in the whole of it. */
const mostLookedFor = 200;

/** A program that made plain text of the HTML repeats what nobody sees there. Such lines are no second witness. */
const withoutHidden = (text: readonly Block[], { hidden, blocks }: SeenPage): Block[] => {
  const unseen = wordsOf(hidden);
  const seen = wordsOf(blocks.map(textOf).join(" "));
  const known = new Map<string, boolean>();
  const isHidden = (words: string): boolean =>
    words.trim() !== "" && unseen.includes(words) && known.size < mostLookedFor && !seen.includes(words);
  return text.filter((block) => {
    const words = wordsOf(textOf(block));
    const verdict = known.get(words) ?? isHidden(words);
    if (unseen.includes(words)) known.set(words, verdict);
    return !verdict;
  });
};

export type BodyViews = { views: View[]; page: SeenPage | undefined };

/** A mail's own words, as HTML and as plain text: the first is what a person sees. */
export const bodyViews = ({ html, text }: { html: string; text: string }): BodyViews => {
  const views: View[] = [];
  const page = html.trim() ? htmlBlocks(html) : undefined;
  if (page) views.push({ source: "html", blocks: page.blocks });
  if (text.trim()) {
    const blocks = textBlocks(text);
    views.push({ source: "text", blocks: page?.hidden ? withoutHidden(blocks, page) : blocks });
  }
  return { views, page };
};
