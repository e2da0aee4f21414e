import { Parser } from "htmlparser2";
import { type Control, newControls, writeControl } from "./page/controls.ts";
import { close, opens } from "./page/effects.ts";
import { elementStyles } from "./page/element-style.ts";
import { type Element, elementOf, lookWithin, plainLook } from "./page/look.ts";
import { newPage } from "./page/page.ts";
import { newHiddenText, type Seen, turnsLetters } from "./page/seen.ts";
import type { Style } from "./page/style.ts";
import { tagOf } from "./page/tags.ts";

/** What mail programs put around the mail they quote; Outlook writes x_ before the names in a mail quoted again. */
const classes =
  /(?:^|\s)(?:x_)*(?:gmail_quote|yahoo_quoted|protonmail_quote|moz-cite-prefix|moz-forward-container)(?:\s|$)/;
const ids = /^(?:x_)*(?:divRplyFwdMsg|appendonsend|OLK_SRC_BODY_SECTION)$/;

const beginsQuote = (name: string, { class: said, id, type, cite }: Record<string, string>): boolean =>
  (said !== undefined && classes.test(said)) ||
  (id !== undefined && ids.test(id)) ||
  (name === "blockquote" && (type?.toLowerCase() === "cite" || cite?.startsWith("mid:") === true));

/** The HTML parser takes time by the square of the depth. */
const deepestElement = 10_000;

export type SeenPage = Seen & { tooDeep: boolean };

/** What a person sees of an HTML body, line by line and row by row, in one pass and without a tree. */
export const htmlBlocks = (html: string): SeenPage => {
  const page = newPage();
  const hidden = newHiddenText();
  const styleOf = elementStyles(html);
  const controls = newControls();
  const elements: Element[] = [];
  let look = plainLook;
  let unseen = 0;
  let hiding = 0;
  let gone = 0;

  const enter = (element: Element, style: Style): void => {
    look = lookWithin(look, style);
    if (element.gone) gone += 1;
    if (element.hides) hiding += 1;
    if (element.unseen) unseen += 1;
    hidden.part();
  };
  const leave = (element: Element): void => {
    look = element.around;
    if (element.gone) gone -= 1;
    if (element.hides) hiding -= 1;
    if (element.unseen) unseen -= 1;
  };
  const isHidden = (): boolean => gone > 0 || hiding > 0 || look.hides;
  /** Within what takes no room, or is but one of several to choose from, nothing changes the page. */
  const takesEffect = (): boolean => gone === 0 && !controls.isChoosing();
  const show = (control: Control | undefined): void => {
    if (!control || unseen > 0) return;
    if (!isHidden()) writeControl(page, control, look);
    else if (control.kind === "field") hidden.add(control.value);
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const tag = tagOf(name);
        const style = styleOf(tag, name, attributes);
        const element = elementOf(tag, style, look, attributes);
        enter(element, style);
        if (takesEffect()) opens[element.role]?.(page, element, elements.at(-1));
        if (beginsQuote(name, attributes) && !isHidden()) page.quote();
        show(controls.open(name, attributes));
        if (tag.isVoid) leave(element);
        else elements.push(element);
        if (elements.length > deepestElement) parser.pause();
      },
      ontext(text) {
        if (unseen > 0) return;
        if (controls.isChoosing()) controls.text(text);
        else if (isHidden()) hidden.add(text);
        else page.write(text, look);
      },
      onclosetag(name) {
        const element = tagOf(name).isVoid ? undefined : elements.pop();
        if (!element) return;
        show(controls.close(name));
        if (takesEffect()) close(page, element, elements.at(-1));
        leave(element);
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);
  return {
    blocks: page.finish(),
    hidden: hidden.text(),
    turnsLetters: turnsLetters(html),
    tooDeep: elements.length > deepestElement,
  };
};
