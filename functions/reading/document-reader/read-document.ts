import { type DocumentText, mostDocumentBytes } from "../compact/document-text.ts";
import { type Seen, textOf } from "../mail-reader/page/seen.ts";
import { seenDocx } from "./docx.ts";
import { pdfRows } from "./pdf.ts";
import { seenRows } from "./pdf-page.ts";
import { Refusal } from "./refusal.ts";

/** Far longer than any report, and less than a function may answer with. */
const longestText = 500_000;

const isPdf = (bytes: Buffer): boolean => bytes.subarray(0, 1_024).includes("%PDF-");
const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).toString("latin1") === "PK\x03\x04";
/** A locked DOCX file is an archive of Word's older kind with the locked one in it. */
const isLockedDocx = (bytes: Buffer): boolean =>
  bytes.subarray(0, 8).toString("hex") === "d0cf11e0a1b11ae1" &&
  bytes.includes(Buffer.from("EncryptedPackage", "utf16le"));

const read = (seen: Seen, partial: boolean): DocumentText => {
  // What stands around each cell is counted too: a page of empty ones is as long to answer.
  if (JSON.stringify(seen).length > longestText) throw new Refusal("too-large");
  if (!seen.hidden && !seen.blocks.some((block) => /\S/.test(textOf(block)))) throw new Refusal("no-text");
  return { kind: "read", ...seen, partial };
};

const opened = async (bytes: Buffer): Promise<DocumentText> => {
  if (bytes.length > mostDocumentBytes) throw new Refusal("too-large");
  if (isLockedDocx(bytes)) throw new Refusal("encrypted");
  if (isPdf(bytes)) {
    const { rows, partial } = await pdfRows(bytes);
    return read(seenRows(rows), partial);
  }
  if (isZip(bytes)) return read(await seenDocx(bytes), false);
  throw new Refusal("damaged");
};

/** By its bytes, whatever its name says. Its time and memory are bounded by the process around it. */
export const readDocumentHere = async (bytes: Buffer): Promise<DocumentText> => {
  try {
    return await opened(bytes);
  } catch (cause) {
    // What else mammoth throws is about the file, and may quote it.
    return { kind: "refused", reason: cause instanceof Refusal ? cause.reason : "damaged" };
  }
};
