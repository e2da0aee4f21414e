import { getDocument, type PDFPageProxy } from "unpdf/pdfjs";
import { filledIn } from "./pdf-fields.ts";
import { type Piece, rowsOf } from "./pdf-rows.ts";
import { Refusal } from "./refusal.ts";
import { rowsHtml } from "./rows-html.ts";

/** A report has a few pages; what has more is a file of another kind. */
const mostPages = 50;

type Page = { upright: Piece[]; turned: string[] };

/** Text as it lies on the page: upright, or turned as a stamp or a watermark is. */
const textOf = async (page: PDFPageProxy): Promise<Page> => {
  const [a, b, c, d, e, f] = page.getViewport({ scale: 1 }).transform as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const across = (x: number, y: number): number => a * x + c * y;
  const down = (x: number, y: number): number => b * x + d * y;
  const read: Page = { upright: [], turned: [] };
  const { items } = await page.getTextContent();
  for (const item of items) {
    if (!("str" in item) || !item.str.trim()) continue;
    const [along, rise, , , x, y] = item.transform as [number, number, number, number, number, number];
    const isUpright =
      across(along, rise) > 0 && Math.abs(down(along, rise)) < Math.abs(across(along, rise)) / 10;
    if (!isUpright) read.turned.push(item.str);
    else
      read.upright.push({
        text: item.str,
        x: across(x, y) + e,
        y: down(x, y) + f,
        width: item.width,
        size: item.height || Math.hypot(along, rise),
      });
  }
  for (const { text, x, y, size } of filledIn(await page.getAnnotations()))
    read.upright.push({ text, x: across(x, y) + e, y: down(x, y) + f, width: 0, size });
  return read;
};

const open = async (bytes: Buffer) => {
  const loading = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
  });
  try {
    return await loading.promise;
  } catch (cause) {
    throw new Refusal(cause instanceof Error && cause.name === "PasswordException" ? "encrypted" : "damaged");
  }
};

const pageOf = async (page: Promise<PDFPageProxy>): Promise<Page> => {
  try {
    return await textOf(await page);
  } catch {
    throw new Refusal("damaged");
  }
};

/** The words of a PDF file as HTML. `partial` where a page has none: it is a picture of a page, or empty. */
export const pdfHtml = async (bytes: Buffer): Promise<{ html: string; partial: boolean }> => {
  const pdf = await open(bytes);
  if (pdf.numPages > mostPages) throw new Refusal("too-large");
  let html = "";
  let partial = false;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { upright, turned } = await pageOf(pdf.getPage(number));
    if (upright.length === 0) partial = true;
    html += rowsHtml([...rowsOf(upright), ...turned.map((text) => ({ cells: [text], gapAbove: true }))]);
  }
  return { html, partial };
};
