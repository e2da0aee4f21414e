import type { View } from "../compact/document.ts";
import type { DocumentTexts } from "../compact/document-text.ts";
import { textBlocks } from "../compact/forms/text-blocks.ts";
import { attachedText } from "./attached-text.ts";
import { bodyViews } from "./body-views.ts";
import { hasTooManyLines, longestText } from "./bounds.ts";
import { htmlBlocks, type ReadHtml } from "./html-blocks.ts";
import { rowsBlocks } from "./page/document-rows.ts";
import type { Parsed } from "./parse-mail.ts";

const turning = /[\u202b\u202e\u2067]|&#(?:x0*20(?:2b|2e|67)|0*(?:8235|8238|8295))(?![0-9a-f])/i;

/** Whether a reader sees letters in another order than they are written in: a name read off the bytes is another's. */
const turnsLetters = (written: string): boolean => turning.test(written);

type Views = { views: View[]; hidden: string[]; tooLarge: boolean; turnsLetters: boolean };

/** What a person is shown of it. */
const mostHidden = 2_000;

/** The mail as it is seen: its page, its plain text, and each attached file that holds words. */
export const viewsOf = (parsed: Parsed, documents: DocumentTexts): Views => {
  const views: View[] = [];
  const hidden: string[] = [];
  let tooDeep = false;
  let turns = false;
  const note = (read: ReadHtml, html: string): void => {
    turns ||= turnsLetters(html);
    tooDeep ||= read.tooDeep;
    if (read.hidden) hidden.push(read.hidden.slice(0, mostHidden));
  };
  const readHtml = (html: string, source: string): void => {
    const read = htmlBlocks(html);
    views.push({ source, blocks: read.blocks });
    note(read, html);
  };
  const readText = (text: string, source: string): void => {
    views.push({ source, blocks: textBlocks(text) });
    turns ||= turnsLetters(text);
  };
  const attached = parsed.files.filter(({ handling }) => handling === "text" || handling === "html");
  const tooLarge =
    parsed.text.length > longestText ||
    hasTooManyLines(parsed.text) ||
    parsed.html.length > longestText ||
    attached.some(({ content }) => content.length > longestText);
  if (tooLarge) return { views, hidden, tooLarge, turnsLetters: false };
  const body = bodyViews(parsed);
  views.push(...body.views);
  if (body.read) note(body.read, parsed.html);
  turns ||= turnsLetters(parsed.text);
  for (const file of attached) {
    const source = `attachment:${file.name}`;
    if (file.handling === "html") readHtml(attachedText(file), source);
    else readText(attachedText(file), source);
  }
  for (const { name, handling, hash } of parsed.files) {
    const read = handling === "document" ? documents[hash] : undefined;
    if (read?.kind !== "read") continue;
    const source = `attachment:${name}`;
    if ("html" in read) readHtml(read.html, source);
    else {
      views.push({ source, blocks: rowsBlocks(read.rows) });
      turns ||= read.rows.some(({ cells }) => cells.some(turnsLetters));
    }
  }
  return { views, hidden, tooLarge: tooDeep, turnsLetters: turns };
};
