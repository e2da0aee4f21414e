export type Declarations = ReadonlyMap<string, string>;

/** Longer than any that an honest program writes. */
const longest = 2_000;
/** What patterns look through. A picture written out within a style says in its first letters what it is. */
const longestValue = 200;

/** A CSS comment may not be looked for by a pattern: many that nobody closes would take time by their square. */
export const withoutComments = (css: string): string => {
  if (!css.includes("/*")) return css;
  let kept = "";
  let from = 0;
  for (let at = css.indexOf("/*"); at >= 0; at = css.indexOf("/*", from)) {
    kept += css.slice(from, at);
    const end = css.indexOf("*/", at + 2);
    if (end < 0) return kept;
    from = end + 2;
  }
  return kept + css.slice(from);
};

/** `color: RED !important; top: 0` property by property, in small letters. The last one said counts. */
export const declarationsOf = (css: string): Declarations => {
  const found = new Map<string, string>();
  for (const declaration of withoutComments(css.slice(0, longest)).toLowerCase().split(";")) {
    const colon = declaration.indexOf(":");
    if (colon < 0) continue;
    const value = declaration.slice(colon + 1).replace("!important", "");
    found.set(declaration.slice(0, colon).trim(), value.trim().slice(0, longestValue));
  }
  return found;
};
