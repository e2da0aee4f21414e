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
