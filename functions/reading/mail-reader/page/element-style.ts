import { another, attributeColour, type Colour } from "./colours.ts";
import { mergeStyles, readStyle, type Style } from "./style.ts";
import { ruledStyle, styleRules } from "./style-sheets.ts";
import { type Tag, tagOf } from "./tags.ts";

type Attributes = Record<string, string>;

const painted = (key: "colour" | "background", colour: Colour | undefined): Style =>
  colour === undefined ? {} : { [key]: colour };

/** How HTML said it before there were styles. */
const presented = ({ bgcolor, background, color, text }: Attributes): Style => ({
  ...(bgcolor === undefined ? {} : painted("background", attributeColour(bgcolor))),
  ...(background === undefined ? {} : { background: another }),
  ...painted("colour", attributeColour(color ?? text ?? "")),
});

const mostKept = 500;

/** What is asked for again and again is worked out once. */
const remembered = <Key, Value>(workOut: (key: Key) => Value): ((key: Key) => Value) => {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? workOut(key);
    if (known.size < mostKept) known.set(key, value);
    return value;
  };
};

const isPainted = ({ bgcolor, background, color, text }: Attributes): boolean =>
  bgcolor !== undefined || background !== undefined || color !== undefined || text !== undefined;

/** What its tag, its attributes, the style sheets and its own style say of an element: the later counts. */
export const elementStyles = (html: string) => {
  const rules = styleRules(html);
  // A table repeats one style in every cell, and a style sheet's class in every row. Kept no longer than the page.
  const read = remembered(readStyle);
  const ruled = remembered((name: string) =>
    remembered((said: string) => mergeStyles(tagOf(name).style, ruledStyle(rules, name, { class: said }))),
  );
  const styled = remembered((base: Style) => remembered((css: string) => mergeStyles(base, read(css))));

  return (tag: Tag, name: string, attributes: Attributes): Style => {
    const { style: css, hidden, class: said = "", id } = attributes;
    const isUsual = hidden === undefined && (rules.size === 0 || id === undefined);
    if (isUsual && !(tag.paints && isPainted(attributes))) {
      const base = rules.size === 0 ? tag.style : ruled(name)(said);
      return css === undefined ? base : styled(base)(css);
    }
    const style = [
      tag.paints ? presented(attributes) : {},
      ruledStyle(rules, name, attributes),
      css === undefined ? {} : read(css),
    ].reduce(mergeStyles, tag.style);
    return hidden === undefined ? style : { ...style, gone: true };
  };
};
