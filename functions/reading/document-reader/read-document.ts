import { type DocumentRow, type DocumentText, mostDocumentBytes } from "../compact/document-text.ts";
import { docxHtml } from "./docx.ts";
import { pdfRows } from "./pdf.ts";
import { Refusal } from "./refusal.ts";

/** Boxes as fonts and forms have them; Word's symbol fonts (Wingdings) put theirs where Unicode has nothing. */
const ticked =
  /[\u2611\u2612\u2713\u2714\u2327\u2bbd\u{1f5f5}\u{1f5f7}-\u{1f5f9}\uf052\uf054\uf078\uf0fc-\uf0fe]/u;
const clear = /[\u2610\u25a1\u25a2\u25fb\u274f-\u2752\u{1f78e}-\u{1f790}\uf06f-\uf072\uf0a3\uf0a8]/u;
const marks = new RegExp(`(?:(${ticked.source})|${clear.source})\\ufe0e?\\ufe0f?`, "gu");

/** Other pictures of a symbol font, bullets above all. */
const pictures = /[\uf000-\uf0ff]/g;

/** Hyphens Word writes so that no line ends there, in a reference above all. Soft ones are not seen at all. */
const hyphens = /[\u2010\u2011]/g;

/** What an empty box of a Word form says, in Word or printed from it. */
const prompt =
  /\b(?:Click or tap|Click|Tap)(?:\s|<br ?\/?>)+(?:here(?:\s|<br ?\/?>)+)?to(?:\s|<br ?\/?>)+enter(?:\s|<br ?\/?>)+(?:a(?:\s|<br ?\/?>)+date|text)\.|\bChoose(?:\s|<br ?\/?>)+an(?:\s|<br ?\/?>)+item\./g;

/** One notation for what forms write in many: "☒ " and "☐ " for boxes, "-" for hyphens, nothing for a prompt. */
const plainMarks = (html: string): string =>
  html
    .replace(marks, (_mark, isTicked) => (isTicked ? "☒ " : "☐ "))
    .replace(pictures, " ")
    .replace(hyphens, "-")
    .replace(/\u00ad/g, "")
    .replace(prompt, "");

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
