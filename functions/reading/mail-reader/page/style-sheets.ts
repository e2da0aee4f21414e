import { another } from "./colours.ts";
import { sheetRules } from "./sheet-text.ts";
import { mergeStyles, readStyle, type Style } from "./style.ts";

type Selector = { tag: string; id: string; classes: string[] };
type Rule = Selector & { style: Style };

/** By what an element must have: ".class", "#id", or else "tag". */
export type Rules = ReadonlyMap<string, Rule[]>;

/** Of one key; else many rules for one class would be tried at each of many elements. */
const mostRules = 50;

const simple = /^([a-z][\w-]*)?((?:[.#][\w-]+)*)$/i;

const parse = (text: string): Selector | undefined => {
  const [, tag = "", rest = ""] = simple.exec(text) ?? [];
  const marks = rest.match(/[.#][^.#]+/g) ?? [];
  const ids = marks.filter((mark) => mark.startsWith("#")).map((mark) => mark.slice(1));
  const classes = marks.filter((mark) => mark.startsWith(".")).map((mark) => mark.slice(1));
  return tag || rest ? { tag: tag.toLowerCase(), id: ids[0] ?? "", classes } : undefined;
};

/** Of `table.report th:first-child` the element it is about. */
const subjectOf = (text: string): string => (text.split(/[\s>+~]+/).at(-1) ?? "").replace(/[:[].*$/, "");

/** A rule whose whole condition is not looked at may paint a background: then nothing is known of the colour there. */
const ruleOf = (text: string, style: Style): Rule | undefined => {
  const exact = parse(text);
  if (exact) return { ...exact, style };
  const subject = style.background === undefined ? undefined : parse(subjectOf(text));
  return subject && { ...subject, style: { background: another } };
};

const keyOf = ({ tag, id, classes }: Selector): string => {
  const last = classes.at(-1);
  return id ? `#${id}` : last ? `.${last}` : tag;
};

const sameSelector = (one: Selector, other: Selector): boolean =>
  one.tag === other.tag && one.id === other.id && one.classes.join(".") === other.classes.join(".");

const addRule = (rules: Map<string, Rule[]>, rule: Rule): void => {
  const key = keyOf(rule);
  const there = rules.get(key) ?? [];
  const same = there.find((one) => sameSelector(one, rule));
  if (same) same.style = mergeStyles(same.style, rule.style);
  else if (there.length < mostRules) there.push(rule);
  rules.set(key, there);
};

/** What the style sheets say of elements by their tag, their id and their classes. */
export const styleRules = (html: string): Rules => {
  const rules = new Map<string, Rule[]>();
  for (const [prelude, body] of sheetRules(html)) {
    const style = readStyle(body);
    if (Object.keys(style).length === 0) continue;
    for (const text of prelude.split(",")) {
      const rule = ruleOf(text.trim(), style);
      if (rule) addRule(rules, rule);
    }
  }
  return rules;
};

/** What the rules about an element say, the more telling after the others. */
export const ruledStyle = (
  rules: Rules,
  name: string,
  { id = "", class: said = "" }: Record<string, string>,
): Style => {
  const classes = said ? said.split(/\s+/) : [];
  const keys = [name, ...classes.map((one) => `.${one}`), ...(id ? [`#${id}`] : [])];
  return keys
    .flatMap((key) => rules.get(key) ?? [])
    .filter(
      (rule) =>
        (!rule.tag || rule.tag === name) &&
        (!rule.id || rule.id === id) &&
        rule.classes.every((one) => classes.includes(one)),
    )
    .reduce((all: Style, { style }) => mergeStyles(all, style), {});
};
