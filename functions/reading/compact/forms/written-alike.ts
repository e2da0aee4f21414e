/** A number broken at one of its strokes, with nothing else on the next line: "DP-MIS-2026-", "2001". */
const brokenAfter =
  /(?<=[ \t:|][\p{L}\p{N}]{1,10}(?:[-/][\p{L}\p{N}]{1,10}){0,5}[-/])[ \t]*\r?\n(?:[ \t]*>)*[ \t]*(?=[\p{L}\p{N}]*\d[\p{L}\p{N}/-]{0,30}[ \t]*(?:\r?\n|$))/gu;
const brokenBefore =
  /(?<=[ \t:|](?:[\p{L}\p{N}]{1,10}[-/]){1,5}[\p{L}\p{N}]{1,10})[ \t]*\r?\n(?:[ \t]*>)*[ \t]*(?=[-/][\p{L}\p{N}]*\d[\p{L}\p{N}/-]{0,30}[ \t]*(?:\r?\n|$))/gu;

/** Text with the numbers whole that a narrow line broke. */
export const rejoinLines = (text: string): string =>
  /[-/][ \t]*\r?\n|\n[> \t]*[-/]\S/.test(text)
    ? text.replace(brokenAfter, "").replace(brokenBefore, "")
    : text;

/** Hyphens and minus signs that look alike; a dash, which divides a label from its value, is none. */
const hyphens = /[\u2010\u2011\u2012\u2212\ufe63\uff0d\u00ad]/g;
const slashes = /[\u2044\u2215\uff0f\u29f8]/g;
/** Wide letters, and two letters drawn as one. */
const compatible = /[\uff01-\uff5e\ufb00-\ufb06]/g;

const unusual = /[\u0300-\uffff\u00ad]/;

/** One way to write what looks alike, once, before anything is read: the same child, time or number has the same letters. */
export const writtenAlike = (text: string): string =>
  unusual.test(text)
    ? text
        .normalize("NFC")
        .replace(hyphens, (sign) => (sign === "\u00ad" ? "" : "-"))
        .replace(slashes, "/")
        .replace(compatible, (letter) => letter.normalize("NFKC"))
    : text;
