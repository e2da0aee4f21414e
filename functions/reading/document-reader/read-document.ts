import { type DocumentRow, type DocumentText, mostDocumentBytes } from "../compact/document-text.ts";
import { docxHtml } from "./docx.ts";
import { pdfRows } from "./pdf.ts";
import { plainMarks } from "./plain-marks.ts";
import { Refusal } from "./refusal.ts";

/** Far longer than any report, and less than a function may answer with. */
const longestText = 500_000;

const isPdf = (bytes: Buffer): boolean => bytes.subarray(0, 1_024).includes("%PDF-");
const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).toString("latin1") === "PK\x03\x04";
/** A locked DOCX file is an archive of Word's older kind with the locked one in it. */
const isLockedDocx = (bytes: Buffer): boolean =>
  bytes.subarray(0, 8).toString("hex") === "d0cf11e0a1b11ae1" &&
  bytes.includes(Buffer.from("EncryptedPackage", "utf16le"));

const withWords = (html: string): string => {
  const plain = plainMarks(html);
  if (plain.length > longestText) throw new Refusal("too-large");
  if (!/\S/.test(plain.replace(/<style>.*?<\/style>|<[^>]*>/g, ""))) throw new Refusal("no-text");
  return plain;
};

const withMarks = (rows: readonly DocumentRow[]): DocumentRow[] => {
  const plain = rows.map((row) => ({ ...row, cells: row.cells.map(plainMarks) }));
  const words = plain.flatMap(({ cells }) => cells).join("");
  // What stands around each cell is counted too: a page of empty ones is as long to answer.
  if (JSON.stringify(plain).length > longestText) throw new Refusal("too-large");
  if (!/\S/.test(words)) throw new Refusal("no-text");
  return plain;
};

const textOf = async (bytes: Buffer): Promise<DocumentText> => {
  if (bytes.length > mostDocumentBytes) throw new Refusal("too-large");
  if (isLockedDocx(bytes)) throw new Refusal("encrypted");
  if (isPdf(bytes)) {
    const { rows, partial } = await pdfRows(bytes);
    return { kind: "read", rows: withMarks(rows), partial };
  }
  if (isZip(bytes)) return { kind: "read", html: withWords(await docxHtml(bytes)), partial: false };
  throw new Refusal("damaged");
};

/** By its bytes, whatever its name says. Its time and memory are bounded by the process around it. */
export const readDocumentHere = async (bytes: Buffer): Promise<DocumentText> => {
  try {
    return await textOf(bytes);
  } catch (cause) {
    // What else mammoth throws is about the file, and may quote it.
    return { kind: "refused", reason: cause instanceof Refusal ? cause.reason : "damaged" };
  }
};
