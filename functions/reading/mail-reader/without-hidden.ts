import type { Block } from "../compact/document.ts";
import type { ReadHtml } from "./html-blocks.ts";

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
export const withoutHidden = (text: readonly Block[], { hidden, blocks }: ReadHtml): Block[] => {
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
