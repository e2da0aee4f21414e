import { type DocumentText, mostDocumentBytes } from "../compact/document-text.ts";
import { docxHtml } from "./docx.ts";
import { pdfHtml } from "./pdf.ts";
import { plainMarks } from "./plain-marks.ts";
import { Refusal } from "./refusal.ts";

/** Far longer than any report, and less than a function may answer with. */
const longestHtml = 500_000;

const isPdf = (bytes: Buffer): boolean => bytes.subarray(0, 1_024).includes("%PDF-");
const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).toString("latin1") === "PK\x03\x04";
/** A locked DOCX file is an archive of Word's older kind with the locked one in it. */
const isLockedDocx = (bytes: Buffer): boolean =>
  bytes.subarray(0, 8).toString("hex") === "d0cf11e0a1b11ae1" &&
  bytes.includes(Buffer.from("EncryptedPackage", "utf16le"));

const htmlOf = async (bytes: Buffer): Promise<{ html: string; partial: boolean }> => {
  if (bytes.length > mostDocumentBytes) throw new Refusal("too-large");
  if (isLockedDocx(bytes)) throw new Refusal("encrypted");
  if (isPdf(bytes)) return pdfHtml(bytes);
  if (isZip(bytes)) return { html: await docxHtml(bytes), partial: false };
  throw new Refusal("damaged");
};

const hasText = (html: string): boolean => /\S/.test(html.replace(/<style>.*?<\/style>|<[^>]*>/g, ""));

/** By its bytes, whatever its name says. Its time and memory are bounded by the process around it. */
export const readDocumentHere = async (bytes: Buffer): Promise<DocumentText> => {
  try {
    const read = await htmlOf(bytes);
    const html = plainMarks(read.html);
    if (html.length > longestHtml) throw new Refusal("too-large");
    if (!hasText(html)) throw new Refusal("no-text");
    return { kind: "read", html, partial: read.partial };
  } catch (cause) {
    // What else mammoth throws is about the file, and may quote it.
    return { kind: "refused", reason: cause instanceof Refusal ? cause.reason : "damaged" };
  }
};
