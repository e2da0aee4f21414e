/** Whether line ends count as they stand, and spaces with them. */
export type Spaces = "even" | "lines" | "kept";

/** Two spaces that hold their width, as `&nbsp;` does, are the gap between two columns. */
export const columnGap = "\u00a0\u00a0";

const holding = /[\u00a0\u2007\u202f]/g;
const uneven = /[^\S ]|\s\s/;

const evened = (spaces: string): string => ((spaces.match(holding)?.length ?? 0) > 1 ? "  " : " ");

/** Any stretch of white space as one space, a gap between columns as two. Colons in a column of their own end labels. */
export const evenly = (text: string): string =>
  uneven.test(text) ? text.replace(/\s+/g, evened).replaceAll("  :", " :") : text;

/** Where spaces are kept, two of them or a tab make columns. */
export const holdGaps = (text: string): string => text.replace(/ {2,}|\t/g, columnGap);
