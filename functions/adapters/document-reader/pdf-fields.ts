import * as z from "zod";

const fieldSchema = z.object({
  fieldType: z.enum(["Tx", "Ch"]),
  fieldValue: z.union([z.string(), z.array(z.string())]),
  rect: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  hidden: z.boolean().optional(),
});

export type FilledIn = { text: string; x: number; y: number; size: number };

const usualSize = 10;

/** What somebody typed into the boxes of a form, where it stands: the page's own text has only the labels. */
export const filledIn = (annotations: readonly unknown[]): FilledIn[] =>
  annotations.flatMap((annotation) => {
    const field = fieldSchema.safeParse(annotation);
    if (!field.success || field.data.hidden) return [];
    const { fieldValue, rect } = field.data;
    const [left, bottom, , top] = rect;
    const size = Math.min(usualSize, top - bottom);
    const isOneLine = top - bottom < size * 2;
    // Of one line the text stands in the middle of its box, of several it begins at the top.
    const first = isOneLine ? (top + bottom) / 2 - size * 0.35 : top - size;
    return [fieldValue]
      .flat()
      .join("\n")
      .split(/\r\n|\r|\n/)
      .map((text, line) => ({ text, x: left, y: first - line * size * 1.2, size }))
      .filter(({ text }) => text.trim());
  });
