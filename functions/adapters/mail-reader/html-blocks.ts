import { Parser } from "htmlparser2";
import type { Block } from "../../domain/compact/document.ts";
import { visibleText } from "../../domain/compact/text-blocks.ts";
import { hidesElement, hidingClasses, readStyle } from "./hidden.ts";
import { closes, type Element, opens } from "./html/effects.ts";
import { evenly } from "./html/line.ts";
import { newPage } from "./html/page.ts";
import { tagOf } from "./html/tags.ts";

/** The HTML parser takes time by the square of the depth. */
const deepestElement = 10_000;

export type ReadHtml = { blocks: Block[]; hidden: string; tooDeep: boolean };

/** What a person sees of an HTML body, line by line and row by row, in one pass and without a tree. */
export const htmlBlocks = (html: string): ReadHtml => {
  const page = newPage();
  const elements: Element[] = [];
  const classes = hidingClasses(html);
  let bold = 0;
  let hidden = "";
  let unseenDepth = 0;
  let styleDepth = 0;
  let preformatted = 0;

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const tag = tagOf(name);
        const element: Element = {
          role: tag.role,
          bold: tag.bold ?? (attributes.style !== undefined && readStyle(attributes.style).bold),
          hides: hidesElement(attributes, classes),
          unseen: tag.unseen ?? false,
        };
        if (!tag.isVoid) {
          elements.push(element);
          if (elements.length > deepestElement) parser.pause();
          if (element.bold) bold += 1;
          if (element.hides) styleDepth += 1;
          if (element.unseen) unseenDepth += 1;
          if (tag.keepsLines) preformatted += 1;
        }
        opens[tag.role]?.(page, element);
      },
      ontext(text) {
        if (unseenDepth > 0) return;
        if (styleDepth > 0) {
          if (hidden.length < 2_000) hidden += text;
          return;
        }
        const clean = visibleText(text);
        if (preformatted === 0 || !clean.includes("\n")) return page.addText(evenly(clean), bold > 0);
        clean.split(/\r?\n/).forEach((line, index) => {
          if (index > 0) page.newLine();
          page.addText(line, bold > 0);
        });
      },
      onclosetag(name) {
        const tag = tagOf(name);
        if (tag.isVoid) return;
        const element = elements.pop();
        if (!element) return;
        if (element.bold) bold -= 1;
        if (element.hides) styleDepth -= 1;
        if (element.unseen) unseenDepth -= 1;
        if (tag.keepsLines) preformatted -= 1;
        closes[element.role]?.(page, element);
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);
  return {
    blocks: page.finish(),
    hidden: hidden.replace(/\s+/g, " ").trim(),
    tooDeep: elements.length > deepestElement,
  };
};
