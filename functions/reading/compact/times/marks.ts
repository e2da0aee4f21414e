/** Stands in a text for a date already read, so that what is beside it can be judged. */
export const dateMark = "\u0001";

/** Marks a stretch as a date. As long as before, so that every place in the text stays where it was. */
export const marked = (text: string, { start, end }: { start: number; end: number }): string =>
  text.slice(0, start) + dateMark.repeat(end - start) + text.slice(end);
