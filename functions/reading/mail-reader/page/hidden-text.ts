import { visibleText } from "../../compact/forms/text-blocks.ts";

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
