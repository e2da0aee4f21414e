import * as z from "zod";

const rect = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const hidden = z.boolean().optional();
const writtenSchema = z.object({
  fieldType: z.enum(["Tx", "Ch"]),
  fieldValue: z.union([z.string(), z.array(z.string())]),
  rect,
  hidden,
});
const noteSchema = z.object({
  subtype: z.literal("FreeText"),
  contentsObj: z.object({ str: z.string() }),
  rect,
  hidden,
});
const buttonSchema = z.object({
  fieldType: z.literal("Btn"),
  checkBox: z.boolean().optional(),
  radioButton: z.boolean().optional(),
  fieldValue: z.string().nullish(),
  exportValue: z.string().optional(),
  buttonValue: z.string().nullish(),
  rect,
  hidden,
});

export type FilledIn = { text: string; x: number; y: number; width: number; size: number };

const usualSize = 10;

/** Of one line the text stands in the middle of its box, of several it begins at the top. */
const linesIn = (text: string, [left, bottom, , top]: z.infer<typeof rect>): FilledIn[] => {
  const size = Math.min(usualSize, top - bottom);
  const isOneLine = top - bottom < size * 2;
  const first = isOneLine ? (top + bottom) / 2 - size * 0.35 : top - size;
  return text
    .split(/\r\n|\r|\n/)
    .map((line, n) => ({ text: line, x: left, y: first - n * size * 1.2, width: 0, size }))
    .filter((line) => line.text.trim());
};

/** A box with its tick or without; which label it belongs to is for its neighbours to say. */
const markIn = (button: z.infer<typeof buttonSchema>): FilledIn[] => {
  const { checkBox, radioButton, fieldValue, exportValue, buttonValue } = button;
  if (!checkBox && !radioButton) return [];
  const on = checkBox ? exportValue : buttonValue;
  const isTicked = typeof fieldValue === "string" && fieldValue !== "Off" && fieldValue === on;
  const [left, bottom, right, top] = button.rect;
  const size = Math.min(usualSize, top - bottom);
  const y = (top + bottom) / 2 - size * 0.35;
  return [{ text: isTicked ? "☒" : "☐", x: left, y, width: right - left, size }];
};

/** What somebody filled into a form or wrote over a page, where it stands: the page's own text has only the labels. */
export const filledIn = (annotations: readonly unknown[]): FilledIn[] =>
  annotations.flatMap((annotation) => {
    const written = writtenSchema.safeParse(annotation).data;
    if (written) return written.hidden ? [] : linesIn([written.fieldValue].flat().join("\n"), written.rect);
    const note = noteSchema.safeParse(annotation).data;
    if (note) return note.hidden ? [] : linesIn(note.contentsObj.str, note.rect);
    const button = buttonSchema.safeParse(annotation).data;
    return button && !button.hidden ? markIn(button) : [];
  });
