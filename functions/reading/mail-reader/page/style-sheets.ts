import { another } from "./colours.ts";
import { withoutComments } from "./css.ts";
import { mergeStyles, readStyle, type Style } from "./style.ts";

const longestSheet = 50_000;
/** Style sheets in a comment are Outlook's alone. */
const sheetsOf = (html: string): string[] => {
  const sheets: string[] = [];
  const start = /<!--|<style\b/gi;
  const end = /<\/style/gi;
  for (let found = start.exec(html); found; found = start.exec(html)) {
    const isComment = found[0] === "<!--";
    const open = html.indexOf(isComment ? "-->" : ">", found.index + 2);
    if (open < 0) break;
    if (isComment) {
      start.lastIndex = open + 3;
      continue;
    }
    end.lastIndex = open;
    const close = end.exec(html)?.index ?? html.length;
    sheets.push(html.slice(open + 1, Math.min(close, open + 1 + longestSheet)));
    start.lastIndex = close;
  }
  return sheets;
};

/** What stands before a rule's brace, without an `@import` above it or the comment old browsers needed around it. */
const preludeOf = (text: string): string =>
  text
    .slice(text.lastIndexOf(";") + 1)
    .replace(/<!--|-->/g, "")
    .trim();

/** The rules at a sheet's top. What is hidden only on small screens, or in print, stays visible. */
const blocksOf = (sheet: string): [prelude: string, body: string][] => {
  const css = withoutComments(sheet);
  const found: [string, string][] = [];
  let depth = 0;
  let from = 0;
  let prelude = "";
  for (const { 0: brace, index } of css.matchAll(/[{}]/g)) {
    if (brace === "{" && depth === 0) prelude = preludeOf(css.slice(from, index));
    if (brace === "}" && depth === 1 && !prelude.startsWith("@"))
      found.push([prelude, css.slice(from, index)]);
    depth = Math.max(0, depth + (brace === "{" ? 1 : -1));
    if (depth === 0 || (depth === 1 && brace === "{")) from = index + 1;
  }
  return found;
};

/** What stands before the braces and within them, of every rule in the page's own style sheets. */
export const sheetRules = (html: string): [prelude: string, body: string][] =>
  /<style/i.test(html) ? sheetsOf(html).flatMap(blocksOf) : [];

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
