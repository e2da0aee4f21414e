import type { PDFPageProxy } from "unpdf/pdfjs";
import * as z from "zod";
import { asSymbols } from "./marks.ts";
import { filledIn } from "./pdf-fields.ts";
import { type Matrix, placed } from "./pdf-paths.ts";

/** A stretch of text on a page: where its baseline begins, counted from the top left, and its font's size. */
export type Piece = { text: string; x: number; y: number; width: number; size: number };

export type PageText = {
  upright: Piece[];
  /** As a stamp or a watermark is. */
  turned: string[];
  /** Some of it stands in a font that doesn't say which letters its shapes are. */
  unread: boolean;
  view: Matrix;
  height: number;
};

type Item = { str: string; fontName: string; transform: number[]; width: number; height: number };

/** Which way a line of text goes through a view, in quarter turns clockwise; undefined for a slant. */
const quarterOf = (view: Matrix, [along = 0, rise = 0]: readonly number[]): number | undefined => {
  const [across, down] = placed([view[0], view[1], view[2], view[3], 0, 0], along, rise);
  if (Math.abs(down) < Math.abs(across) / 10) return across > 0 ? 0 : 2;
  if (Math.abs(across) < Math.abs(down) / 10) return down > 0 ? 1 : 3;
  return undefined;
};

/** The page turned so that most of its text stands upright: a scanner may have laid it on its side. */
const viewOf = (page: PDFPageProxy, items: readonly Item[]): { view: Matrix; height: number } => {
  const usual = page.getViewport({ scale: 1 });
  const view = usual.transform as unknown as Matrix;
  const letters = [0, 0, 0, 0];
  for (const { str, transform } of items) {
    const quarter = quarterOf(view, transform);
    if (quarter !== undefined) letters[quarter] = (letters[quarter] ?? 0) + str.length;
  }
  const most = letters.indexOf(Math.max(...letters));
  const rotation = (page.rotate + (4 - most) * 90) % 360;
  const turned = most === 0 ? usual : page.getViewport({ scale: 1, rotation });
  return { view: turned.transform as unknown as Matrix, height: turned.height };
};

const fontSchema = z.object({
  name: z.string().optional(),
  composite: z.boolean().optional(),
  toUnicode: z.object({ firstChar: z.number().optional() }).optional(),
});

type Font = { name: string /** Only the numbers of its shapes are known. */; isUnmapped: boolean };

const fontOf = (page: PDFPageProxy, font: string): Font => {
  const known = fontSchema.safeParse(page.commonObjs.has(font) ? page.commonObjs.get(font) : {}).data;
  const isUnmapped = known?.composite === true && known.toUnicode?.firstChar !== undefined;
  return { name: known?.name ?? "", isUnmapped };
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what shapes without letters become
const noLetters = /[\u0000-\u0008\u000e-\u001f\ufffd]/;

/** Keeps its place in a row, so that no other text is taken for what stands there; the reader of HTML drops it. */
const unseen = "\u200b";

/** Text as it lies on the page. Of its fonts something is known only once its drawing has been read. */
export const textOf = async (page: PDFPageProxy): Promise<PageText> => {
  const { items } = await page.getTextContent();
  const texts = items.filter((item) => "str" in item && item.str.trim()) as Item[];
  const { view, height: tall } = viewOf(page, texts);
  const read: PageText = { upright: [], turned: [], unread: false, view, height: tall };
  const fonts = new Map([...new Set(texts.map(({ fontName }) => fontName))].map((f) => [f, fontOf(page, f)]));
  for (const { str, fontName, transform, width, height } of texts) {
    const { name = "", isUnmapped = false } = fonts.get(fontName) ?? {};
    const text = asSymbols(str, name);
    const [along = 0, rise = 0, , , left = 0, base = 0] = transform;
    const [x, y] = placed(view, left, base);
    if (noLetters.test(text) || isUnmapped) read.unread = true;
    const size = height || Math.hypot(along, rise);
    if (isUnmapped) read.upright.push({ text: unseen, x, y, width, size });
    else if (quarterOf(view, transform) !== 0) read.turned.push(text);
    else read.upright.push({ text, x, y, width, size });
  }
  for (const { text, x: left, y: base, width, size } of filledIn(await page.getAnnotations())) {
    const [x, y] = placed(view, left, base);
    read.upright.push({ text, x, y, width, size });
  }
  return read;
};
