import { getDocument, type PDFPageProxy } from "unpdf/pdfjs";
import { boxesOf } from "./pdf-boxes.ts";
import { drawingOf } from "./pdf-drawing.ts";
import type { Row } from "./pdf-page.ts";
import { type Page, pagesRows } from "./pdf-pages.ts";
import { textOf } from "./pdf-text.ts";
import { Refusal } from "./refusal.ts";

/** A report has a few pages; what has more is a file of another kind. */
const mostPages = 50;
/** A scan may have a stamp or the number of its page printed over it. */
const fewestLetters = 200;
const mostOfPage = 0.5;

type Read = Page & { turned: string[]; partial: boolean };

const readPage = async (page: PDFPageProxy): Promise<Read> => {
  const drawn = await drawingOf(page);
  const { upright: pieces, turned, unread, view, height } = await textOf(page);
  const drawing = drawn(view);
  const letters = pieces.reduce((sum, { text }) => sum + text.length, 0);
  const isPicture = drawing.pictures > mostOfPage && letters < fewestLetters;
  const partial = pieces.length === 0 || unread || isPicture;
  return { pieces, height, boxes: boxesOf(drawing), turned, partial };
};

const open = async (bytes: Buffer) => {
  const loading = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    // No picture is decoded.
    maxImageSize: 0,
    // Says which fonts don't tell their letters.
    fontExtraProperties: true,
  });
  try {
    return await loading.promise;
  } catch (cause) {
    throw new Refusal(cause instanceof Error && cause.name === "PasswordException" ? "encrypted" : "damaged");
  }
};

const pageOf = async (page: Promise<PDFPageProxy>): Promise<Read> => {
  try {
    return await readPage(await page);
  } catch {
    throw new Refusal("damaged");
  }
};

/** The words of a PDF file, row by row. `partial` where a page has none, is a picture, or doesn't tell its letters. */
export const pdfRows = async (bytes: Buffer): Promise<{ rows: Row[]; partial: boolean }> => {
  const pdf = await open(bytes);
  if (pdf.numPages > mostPages) throw new Refusal("too-large");
  const pages: Read[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await pageOf(pdf.getPage(number)));
  const stamps = [...new Set(pages.flatMap(({ turned }) => turned))];
  const rows = [...stamps.map((text) => ({ cells: [text], gapAbove: true })), ...pagesRows(pages)];
  return { rows, partial: pages.some(({ partial }) => partial) };
};
