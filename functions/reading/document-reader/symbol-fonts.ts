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
