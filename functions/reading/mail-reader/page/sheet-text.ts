import { withoutComments } from "./declarations.ts";

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
