/** Boxes as fonts and forms have them; Word's symbol fonts (Wingdings) put theirs where Unicode has nothing. */
const ticked =
  /[\u2611\u2612\u2713\u2714\u2327\u2bbd\u{1f5f5}\u{1f5f7}-\u{1f5f9}\uf052\uf054\uf078\uf0fc-\uf0fe]/u;
const clear = /[\u2610\u25a1\u25a2\u25fb\u274f-\u2752\u{1f78e}-\u{1f790}\uf06f-\uf072\uf0a3\uf0a8]/u;
const boxes = new RegExp(`(?:(${ticked.source})|${clear.source})\\ufe0e?\\ufe0f?`, "gu");

/** Other pictures of a symbol font, bullets above all. */
const pictures = /[\uf000-\uf0ff]/g;

/** What an empty box of a Word form says, in Word or printed from it. */
const prompt =
  /\b(?:Click or tap|Click|Tap)\s+(?:here\s+)?to\s+enter\s+(?:a\s+date|text)\.|\bChoose\s+an\s+item\./g;

/** One notation for what forms write in many: "☒ " and "☐ " for boxes, nothing for a prompt. */
export const plainMarks = (text: string): string =>
  text
    .replace(boxes, (_box, isTicked) => (isTicked ? "☒ " : "☐ "))
    .replace(pictures, " ")
    .replace(prompt, "");

const symbolFont = /^(?:[A-Z]{6}\+)?wingdings[ -]?2?(?:-regular)?$/i;
const isLetters = (text: string): boolean => !/[^\u0020-\u00ff\uf000-\uf0ff]/.test(text);

/**
 * Letters of a symbol font are pictures: "þ" is a ticked box. They move to where Word keeps such letters otherwise, and
 * what is no mark stays unseen.
 */
export const asSymbols = (text: string, font: string | null | undefined): string =>
  symbolFont.test(font ?? "") && isLetters(text)
    ? [...text].map((letter) => String.fromCharCode(0xf000 | ((letter.codePointAt(0) ?? 0) & 0xff))).join("")
    : text;
