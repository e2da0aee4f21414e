import { another, attributeColour, type Colour } from "./colours.ts";
import { mergeStyles, readStyle, type Style } from "./style.ts";
import { type Rules, ruledStyle, styleRules } from "./style-sheets.ts";
import type { Tag } from "./tags.ts";

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

/** By the rules of one page: elements of one tag and one class are alike. */
const ruledBy = (rules: Rules) => {
  const ofTag = remembered((name: string) =>
    remembered((said: string): Style => ruledStyle(rules, name, { class: said })),
  );
  return (name: string, attributes: Attributes): Style =>
    attributes.id === undefined ? ofTag(name)(attributes.class ?? "") : ruledStyle(rules, name, attributes);
};

/** What its tag, its attributes, the style sheets and its own style say of an element: the later counts. */
export const elementStyles = (html: string) => {
  const rules = styleRules(html);
  const ruled = rules.size > 0 ? ruledBy(rules) : undefined;
  // A table repeats one style in every cell. Kept no longer than the page, of which such a text is a part.
  const read = remembered(readStyle);
  const styled = remembered((tag: Tag) => remembered((css: string) => mergeStyles(tag.style, read(css))));
  return (tag: Tag, name: string, attributes: Attributes): Style => {
    const { style: css, hidden } = attributes;
    const plain = ruled === undefined && hidden === undefined && !(tag.paints && isPainted(attributes));
    if (plain) return css === undefined ? tag.style : styled(tag)(css);
    const style = [
      tag.paints ? presented(attributes) : {},
      ruled?.(name, attributes) ?? {},
      css === undefined ? {} : read(css),
    ].reduce(mergeStyles, tag.style);
    return hidden === undefined ? style : { ...style, gone: true };
  };
};
