import type { View } from "../document.ts";

const beyondAscii = /[\u0080-\uffff]/;

/** The words and figures of a text in small letters, one space between two: what of it can be lost. */
export const saidIn = (text: string): string => {
  const lower = text.toLowerCase();
  return beyondAscii.test(lower)
    ? lower
        .normalize("NFKC")
        .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
        .trim()
    : lower.replace(/[^a-z0-9]+/g, " ").trim();
};

export const wordsIn = (text: string): string[] => saidIn(text).split(" ").filter(Boolean);

const texts = ({ blocks }: View): string[] =>
  blocks.flatMap((block) => (block.kind === "row" ? block.cells : block.kind === "line" ? [block.text] : []));

/** Whether two views of a body say the same, word by word, however each is set. */
export const saySameWords = (one: View, other: View): boolean =>
  saidIn(texts(one).join(" ")) === saidIn(texts(other).join(" "));
