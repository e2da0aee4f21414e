const hidingStyle =
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*[01](?:\.\d+)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)|mso-hide\s*:\s*all|color\s*:\s*transparent|max-height\s*:\s*0(?:px)?\s*(?:;|!|$)|text-indent\s*:\s*-\d{3,}|left\s*:\s*-\d{3,}/i;

const boldStyle = /font-weight\s*:\s*(?:bold|[6-9]00)/i;

export type Style = { hides: boolean; bold: boolean };
const styles = new Map<string, Style>();

/** A table repeats one style in every cell. */
export const readStyle = (style: string): Style => {
  const known = styles.get(style);
  if (known) return known;
  const read = {
    hides: hidingStyle.test(style.slice(0, 2_000)),
    bold: boldStyle.test(style.slice(0, 2_000)),
  };
  if (styles.size < 500 && style.length < 500) styles.set(style, read);
  return read;
};

/** Classes a style sheet hides from every reader. What it hides only on small screens stays visible. */
export const hidingClasses = (html: string): ReadonlySet<string> => {
  const hiding = new Set<string>();
  if (!/<style/i.test(html)) return hiding;
  const sheets = [...html.matchAll(/<style[^>]*>([\s\S]{0,50000}?)<\/style/gi)].map((sheet) =>
    (sheet[1] ?? "").replace(/@media[^{]{0,300}\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, ""),
  );
  for (const sheet of sheets) {
    for (const rule of sheet.matchAll(/([^{}]{1,500})\{([^{}]{0,2000})\}/g)) {
      if (!hidingStyle.test(rule[2] ?? "")) continue;
      for (const name of (rule[1] ?? "").matchAll(/^\s*\.([\w-]+)\s*(?=,|$)|,\s*\.([\w-]+)\s*(?=,|$)/g))
        hiding.add((name[1] ?? name[2]) as string);
    }
  }
  return hiding;
};

export const hidesElement = (attributes: Record<string, string>, classes: ReadonlySet<string>): boolean => {
  if (attributes.hidden !== undefined) return true;
  if (attributes.style !== undefined && readStyle(attributes.style).hides) return true;
  return (
    classes.size > 0 &&
    attributes.class !== undefined &&
    attributes.class.split(/\s+/).some((name) => classes.has(name))
  );
};
