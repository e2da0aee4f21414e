import type { Block } from "../document.ts";
import { rejoinLines, writtenAlike } from "./written-alike.ts";

const bullet = /^\s*(?:[•·▪◦‣*]|[-–](?=\s+\S))\s+/;
// Control characters have no place in a report; a NUL would pass every parser and break what stores it.
const controls =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|\u034f/g;

const unusual = /[^\n\r\t\x20-\x7e]/;
const spaces = /[\u00a0\u2007\u202f]/g;

const upright = /[│║┃]/g;
const lying = /[─━═┄┈┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╒╓╕╖╘╙╛╜╞╟╡╢╤╥╧╨╪╫]/g;

/** Without what nobody sees; spaces that hold their width are left, as they may be columns. */
export const withoutControls = (text: string): string =>
  unusual.test(text)
    ? writtenAlike(text).replace(controls, "").replace(/：/g, ":").replace(upright, "|").replace(lying, "-")
    : text;

export const visibleText = (text: string): string =>
  unusual.test(text) ? withoutControls(text).replace(spaces, " ") : text;

const starred = /^\s*(\*{1,2}|__)(?=\S)(.{1,60}?)\1\s*(:?)\s*(.*)$/;

/** What a bullet or a word in stars begins with; most lines begin with a letter. */
const marks = "•·▪◦‣*-–_";

const lettered = /^\s*\(?[a-z][.)]\s+(?=\p{Lu})/u;

const lineOf = (raw: string): Block => {
  const bare = raw.trim();
  const indent = raw.length - raw.trimStart().length;
  const indented = indent > 1 || raw.startsWith("\t");
  const marked = marks.includes(bare.charAt(0));
  if (!marked && !bare.includes("|")) {
    const plain = "). ".includes(bare.charAt(1)) || bare.startsWith("(") ? bare.replace(lettered, "") : bare;
    return indented ? { kind: "line", text: plain, indented } : { kind: "line", text: plain };
  }
  const text = raw.replace(bullet, "").trimEnd();
  const isListed = bullet.test(raw);
  if (text.includes("|")) {
    const cells = text
      .replace(/^\s*\|/, "")
      .replace(/\|\s*$/, "")
      .split("|")
      .map((cell) => cell.trim());
    if (cells.length > 1) return { kind: "row", cells };
  }
  const bold = starred.exec(text);
  const plain = text.trim();
  return {
    kind: "line",
    text: bold ? `${bold[2]}${bold[3]} ${bold[4]}`.trim() : plain,
    ...(bold
      ? {
          runs: [
            { text: bold[2] ?? "", bold: true },
            { text: `${bold[3]} ${bold[4]}`, bold: false },
          ],
        }
      : {}),
    ...(indented ? { indented } : {}),
    ...(isListed ? { bullet: true } : {}),
  };
};

const quoteMarks = /^(?:\s?>)+ ?/;

/** Plain text, line by line. Quotation marks of a reply are dropped; where quoting begins and ends is kept. */
export const textBlocks = (text: string): Block[] => {
  const blocks: Block[] = [];
  let isQuoted = false;
  for (const line of rejoinLines(visibleText(text)).split(/\r\n|\r|\n/)) {
    const quoted = line.includes(">") && quoteMarks.test(line);
    const unquoted = quoted ? line.replace(quoteMarks, "") : line;
    const isGap = unquoted.trim() === "";
    if (quoted !== isQuoted && (quoted || !isGap)) {
      if (blocks.length > 0) blocks.push(quoted ? { kind: "quote" } : { kind: "quote", ends: true });
      isQuoted = quoted;
    }
    blocks.push(isGap ? { kind: "gap" } : lineOf(unquoted));
  }
  return blocks;
};
