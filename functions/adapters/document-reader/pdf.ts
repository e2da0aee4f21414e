import { getDocument, type PDFPageProxy } from "unpdf/pdfjs";
import { rowsOf } from "./pdf-rows.ts";
import { type PageText, textOf } from "./pdf-text.ts";
import { Refusal } from "./refusal.ts";
import { rowsHtml } from "./rows-html.ts";

/** A report has a few pages; what has more is a file of another kind. */
const mostPages = 50;
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

const pageOf = async (page: Promise<PDFPageProxy>): Promise<PageText> => {
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
