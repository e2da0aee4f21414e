import type { Block } from "../../compact/document.ts";
import { textBlocks, visibleText } from "../../compact/forms/text-blocks.ts";

/** What a person sees of a body or a file, line by line and row by row, whatever its format, and what it hides. */
export type Seen = {
  blocks: Block[];
  hidden: string;
  /** Letters are seen in another order than they are written in: a name read off the bytes is another's. */
  turnsLetters: boolean;
};

export const textOf = (block: Block): string =>
  block.kind === "line" ? block.text : block.kind === "row" ? block.cells.join(" ") : "";

const turning = /[\u202b\u202e\u2067]|&#(?:x0*20(?:2b|2e|67)|0*(?:8235|8238|8295))(?![0-9a-f])/i;

export const turnsLetters = (written: string): boolean => turning.test(written);

export const seenText = (text: string): Seen => ({
  blocks: textBlocks(text),
  hidden: "",
  turnsLetters: turnsLetters(text),
});

const most = 20_000;

/** What a page holds and doesn't show, so that a person can see it after all. */
export const newHiddenText = () => {
  const parts: string[] = [];
  let length = 0;
  return {
    add(text: string): void {
      if (length >= most || !text.trim()) return;
      parts.push(text);
      length += text.length;
    },
    /** Two words that different elements hold are no one word. */
    part: (): void => {
      if (parts.length > 0 && parts.at(-1) !== " ") parts.push(" ");
    },
    text: (): string => visibleText(parts.join("")).replace(/\s+/g, " ").trim(),
  };
};
