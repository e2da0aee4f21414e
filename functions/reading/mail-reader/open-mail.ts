import type { AttachedFile, OpenedMail } from "../compact/document.ts";
import type { DocumentTexts } from "../compact/document-text.ts";
import { visibleText } from "../compact/forms/text-blocks.ts";
import { countLines, isMostlyLineEnds, mostThinBytes } from "./bounds.ts";
import { attachedFiles, type File } from "./files.ts";
import { digestOf } from "./mail-digest.ts";
import { viewsOf } from "./mail-views.ts";
import { deepestMail, type Parsed, parseMail, tidied } from "./parse-mail.ts";
import { secondOpinion, thinned } from "./second-opinion.ts";

const encryptedBody = /-----BEGIN PGP MESSAGE-----/;

const isEncrypted = ({ envelope, text, html }: Parsed): boolean =>
  envelope.contentType === "multipart/encrypted" || encryptedBody.test(text) || encryptedBody.test(html);

const isUnclosed = (bytes: Buffer, boundary: string | undefined): boolean =>
  boundary !== undefined && bytes.lastIndexOf(`--${boundary}--`) < 0;

type Found = { holdsNothing: boolean; isTooLarge: boolean; turnsLetters: boolean };

/** What stands against the form of a mail, as reason codes. */
export const mailFaults = (
  bytes: Buffer,
  parsed: Parsed,
  { holdsNothing, isTooLarge, turnsLetters }: Found,
): string[] => {
  const { fault, envelope, partFaults } = parsed;
  const isMalformed =
    (bytes.length > 0 && !envelope.looksLikeMail) || isUnclosed(bytes, envelope.boundary) || turnsLetters;
  return [
    ...(fault ? [fault] : []),
    ...(isTooLarge ? ["too-large"] : []),
    ...(holdsNothing && !isTooLarge && !fault ? ["empty"] : []),
    ...(isMalformed ? ["malformed"] : []),
    ...(isEncrypted(parsed) ? ["encrypted"] : []),
    ...(envelope.subjects > 1 ? ["conflicting-values:subject"] : []),
    ...partFaults,
  ];
};

/** What the mails within a mail, taken together, may still be. */
type InnerBudget = { mails: number; bytes: number; lines: number };

/** A colleague passes on a few mails, once or twice over; each is read again, and kept beside the one it is in. */
const innerBudget = (): InnerBudget => ({ mails: 50, bytes: 120_000_000, lines: 40_000 });

const isSpent = ({ mails, bytes, lines }: InnerBudget): boolean => mails < 0 || bytes < 0 || lines < 0;

const spendOnMails = (left: InnerBudget, mails: readonly { content: Buffer }[]): void => {
  left.mails -= mails.length;
  left.bytes -= mails.reduce((sum, { content }) => sum + content.length, 0);
};

const spendOnLines = (left: InnerBudget, bytes: Buffer): void => {
  left.lines -= countLines(bytes, left.lines);
};

type Opening = { wantsSecond: boolean; documents: DocumentTexts; left: InnerBudget };
type Opened = { mail: OpenedMail; isMail: boolean };
type Inner = { opened: { file: File; mail: OpenedMail }[]; files: AttachedFile[]; tooLarge: boolean };

const unreadable = ({ name }: File): AttachedFile => ({ name, content: "unreadable" });

const isOnlyEmpty = ({ faults: [fault, ...others] }: OpenedMail): boolean =>
  fault === "empty" && others.length === 0;

/** One after the other, for each takes its memory. What is no mail is a file nobody can read, and an empty one nothing. */
const openInner = async (files: readonly File[], opening: Opening, depth: number): Promise<Inner> => {
  const inner: Inner = { opened: [], files: [], tooLarge: false };
  if (depth >= deepestMail) return { ...inner, files: files.map(unreadable) };
  spendOnMails(opening.left, files);
  for (const file of files) {
    if (isSpent(opening.left)) break;
    const { mail, isMail } = await open(file.content, opening, depth + 1);
    if (!isMail) inner.files.push(unreadable(file));
    else if (!isOnlyEmpty(mail)) inner.opened.push({ file, mail });
  }
  return { ...inner, tooLarge: isSpent(opening.left) };
};

/** Whether the second parser would take too long, over this mail or over all within one. */
const isTooMuch = (thin: Buffer, { left }: Opening, depth: number): boolean => {
  if (depth > 0) spendOnLines(left, thin);
  return thin.length > mostThinBytes || isMostlyLineEnds(thin) || isSpent(left);
};

const open = async (raw: Uint8Array, opening: Opening, depth: number): Promise<Opened> => {
  const { wantsSecond, documents } = opening;
  const bytes = tidied(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength));
  const { declared, ...parsed } = await parseMail(bytes);
  const { envelope } = parsed;
  const { views, hidden, turnsLetters, ...read } = viewsOf(parsed, documents);
  const attachedMails = parsed.files.filter(({ handling }) => handling === "mail");
  const inner = await openInner(attachedMails, opening, depth);
  const thin = thinned(bytes, parsed.text.length + parsed.html.length);
  const isTooLarge = read.tooLarge || inner.tooLarge || (wantsSecond && isTooMuch(thin, opening, depth));
  const second =
    wantsSecond && !parsed.fault && !isTooLarge && bytes.length > 0
      ? await secondOpinion(thin, declared ? [parsed, declared] : [parsed])
      : undefined;
  const mails = inner.opened.map(({ file, mail }) => ({ name: file.name, mail }));
  const files = [...attachedFiles(parsed.files, documents), ...inner.files];
  const holdsNothing = views.length === 0 && files.length === 0 && mails.length === 0;
  const mail: OpenedMail = {
    headers: envelope.headers,
    ...(envelope.subject ? { subject: visibleText(envelope.subject) } : {}),
    ...(envelope.date ? { date: envelope.date } : {}),
    ...(envelope.messageId ? { messageId: envelope.messageId } : {}),
    contentType: envelope.contentType,
    ...(envelope.reportType ? { reportType: envelope.reportType } : {}),
    views,
    hidden,
    files,
    enclosed: parsed.files.map(({ name, size, hash }) => ({ name, bytes: size, digest: hash })),
    mails,
    faults: mailFaults(bytes, parsed, { holdsNothing, isTooLarge, turnsLetters }),
    ...(second ? { second } : {}),
    digest: digestOf(bytes, parsed, new Map(inner.opened.map(({ file, mail: one }) => [file, one.digest]))),
  };
  return { mail, isMail: bytes.length === 0 || envelope.looksLikeMail };
};

/** Opens a mail and the mails attached to it. Never throws: what cannot be opened is a fault of the mail. */
export const openMail = async (
  raw: Uint8Array,
  wantsSecond: boolean,
  documents: DocumentTexts = {},
): Promise<OpenedMail> => (await open(raw, { wantsSecond, documents, left: innerBudget() }, 0)).mail;
