import { another, attributeColour, type Colour } from "./colours.ts";
import { mergeStyles, readStyle, type Style } from "./style.ts";
import { ruledStyle, styleRules } from "./style-sheets.ts";
import type { Tag } from "./tags.ts";

type Attributes = Record<string, string>;

const painted = (key: "colour" | "background", colour: Colour | undefined): Style =>
  colour === undefined ? {} : { [key]: colour };

/** How HTML said it before there were styles; nothing where it says nothing. */
const presented = ({ bgcolor, background, color, text }: Attributes): Style | undefined => {
  if ((bgcolor ?? background ?? color ?? text) === undefined) return undefined;
  return {
    ...(bgcolor === undefined ? {} : painted("background", attributeColour(bgcolor))),
    ...(background === undefined ? {} : { background: another }),
    ...painted("colour", attributeColour(color ?? text ?? "")),
  };
};

const mostKept = 500;

/** What its tag, its attributes, the style sheets and its own style say of an element: the later counts. */
export const elementStyles = (html: string) => {
  const rules = styleRules(html);
  // A table repeats one style in every cell, and a style sheet's class in every row. Kept no longer than the page.
  const known = new Map<string, Style>();

  return (tag: Tag, name: string, attributes: Attributes): Style => {
    const { style: css, hidden, class: said, id } = attributes;
    const own = tag.paints ? presented(attributes) : undefined;
    const ruled = rules.size > 0;
    if (!own && !ruled && css === undefined && hidden === undefined) return tag.style;
    const isUsual = !own && hidden === undefined && !(ruled && id !== undefined);
    const key = isUsual ? `${name}\0${ruled ? (said ?? "") : ""}\0${css ?? ""}` : "";
    const before = isUsual ? known.get(key) : undefined;
    if (before) return before;
    const styles = [own ?? {}, ruledStyle(rules, name, attributes), css === undefined ? {} : readStyle(css)];
    const style = styles.reduce(mergeStyles, tag.style);
    if (isUsual && known.size < mostKept) known.set(key, style);
    return hidden === undefined ? style : { ...style, gone: true };
  };
};
