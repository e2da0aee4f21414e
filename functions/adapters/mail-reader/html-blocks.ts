import { Parser } from "htmlparser2";
import type { Block } from "../../domain/compact/document.ts";
import { type Control, newControls } from "./html/controls.ts";
import { close, type Element, opens } from "./html/effects.ts";
import { elementStyles } from "./html/element-style.ts";
import { newHiddenText } from "./html/hidden-text.ts";
import { lookWithin, plainLook } from "./html/look.ts";
import { newPage } from "./html/page.ts";
import { beginsQuote } from "./html/quotes.ts";
import { spanOf } from "./html/spans.ts";
import { roleOf, tagOf } from "./html/tags.ts";
import { writeControl } from "./html/write-control.ts";
import { writeText } from "./html/write-text.ts";

/** The HTML parser takes time by the square of the depth. */
const deepestElement = 10_000;

export type ReadHtml = { blocks: Block[]; hidden: string; tooDeep: boolean };

/** What a person sees of an HTML body, line by line and row by row, in one pass and without a tree. */
export const htmlBlocks = (html: string): ReadHtml => {
  const page = newPage();
  const hidden = newHiddenText();
  const styleOf = elementStyles(html);
  const controls = newControls();
  const elements: Element[] = [];
  let look = plainLook;
  let unseen = 0;
  let hiding = 0;
  let gone = 0;

  const isHidden = (): boolean => gone > 0 || hiding > 0 || look.hides;
  const show = (control: Control | undefined): void => {
    if (!control) return;
    if (!isHidden()) writeControl(page, control, look);
    else if (control.kind === "field") hidden.add(control.value);
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const tag = tagOf(name);
        const style = styleOf(tag, name, attributes);
        const parent = elements.at(-1);
        const role = roleOf(tag, style);
        const element: Element = {
          role,
          isStyled: role !== tag.role,
          heads: tag.heads ?? false,
          span: role === "cell" ? spanOf(attributes) : undefined,
          around: look,
          gone: style.gone ?? false,
          hides: style.hides || style.struck || false,
          unseen: tag.unseen ?? false,
        };
        hidden.part();
        if (!tag.isVoid) {
          elements.push(element);
          if (elements.length > deepestElement) parser.pause();
          look = lookWithin(look, style);
          if (element.gone) gone += 1;
          if (element.hides) hiding += 1;
          if (element.unseen) unseen += 1;
        }
        if (gone === 0 && !controls.isChoosing()) opens[role]?.(page, element, parent);
        if (beginsQuote(name, attributes) && !isHidden()) page.quote();
        show(controls.open(name, attributes));
      },
      ontext(text) {
        if (unseen > 0) return;
        if (controls.isChoosing()) controls.text(text);
        else if (isHidden()) hidden.add(text);
        else writeText(page, text, look);
      },
      onclosetag(name) {
        const tag = tagOf(name);
        if (tag.isVoid) return;
        const element = elements.pop();
        if (!element) return;
        show(controls.close(name));
        if (gone === 0 && !controls.isChoosing()) close(page, element, elements.at(-1));
        look = element.around;
        if (element.gone) gone -= 1;
        if (element.hides) hiding -= 1;
        if (element.unseen) unseen -= 1;
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);
  return { blocks: page.finish(), hidden: hidden.text(), tooDeep: elements.length > deepestElement };
};
