import { createHash, hash as digestAtOnce } from "node:crypto";
import { type Headers, MailParser } from "mailparser";
import type { AttachedFile, OpenedMail, View } from "../../domain/compact/document.ts";
import { type DocumentTexts, mostDocumentBytes } from "../../domain/compact/document-text.ts";
import { textBlocks } from "../../domain/compact/text-blocks.ts";
import { attachedText } from "./attached-text.ts";
import { type Handling, handlingOf, isLockedZip } from "./attachments.ts";
import { bodyViews } from "./body-views.ts";
import { hasTooManyLines, isMostlyLineEnds, longestText } from "./bounds.ts";
import { type Envelope, readEnvelope } from "./envelope.ts";
import { htmlBlocks, type ReadHtml } from "./html-blocks.ts";
import { deepestMail, parserOptions } from "./parser-options.ts";
import { secondOpinion } from "./second-opinion.ts";

type File = {
  name: string;
  contentType: string;
  charset: string | undefined;
  handling: Handling;
  content: Buffer;
  size: number;
  hash: string;
};
type Parsed = { envelope: Envelope; text: string; html: string; files: File[]; fault?: string };

const keeps = (handling: Handling): number =>
  handling === "mail"
    ? Number.POSITIVE_INFINITY
    : handling === "zip"
      ? 64
      : handling === "text" || handling === "html"
        ? longestText + 1
        : 0;

const charsetOf = (headers: Headers): string | undefined => {
  const type = headers.get("content-type");
  const charset =
    typeof type === "object" && "params" in type && new Map(Object.entries(type.params)).get("charset");
  return typeof charset === "string" ? charset : undefined;
};

const noEnvelope = readEnvelope([]);

/** Streams the mail through mailparser. Attachments are hashed as they pass; only those that can be read are kept. */
const parse = (raw: Uint8Array): Promise<Parsed> =>
  new Promise((resolve) => {
    const parsed: Parsed = { envelope: noEnvelope, text: "", html: "", files: [] };
    const parser = new MailParser(parserOptions);
    const stop = (fault?: string): void => resolve(fault ? { ...parsed, fault } : parsed);
    parser.on("headers", (headers) => {
      parsed.envelope = readEnvelope(parser.headerLines || [], headers);
    });
    parser.on("error", (error: { code?: string }) =>
      stop(error.code === "EMAXLEN" ? "too-large" : "malformed"),
    );
    parser.on("data", (data) => {
      if (data.type === "text") {
        parsed.text = data.text || "";
        parsed.html = data.html || "";
        return;
      }
      const contentType = data.contentType.toLowerCase();
      const name = data.filename ?? (contentType === "message/rfc822" ? "message.eml" : "unnamed");
      const handling = handlingOf({
        name,
        contentType,
        disposition: data.contentDisposition ?? "",
        related: data.related ?? false,
      });
      const hash = createHash("sha256");
      const chunks: Buffer[] = [];
      let kept = 0;
      data.content.on("data", (chunk: Buffer) => {
        hash.update(chunk);
        if (kept < keeps(handling)) chunks.push(chunk);
        kept += chunk.length;
      });
      data.content.on("end", () => {
        parsed.files.push({
          name,
          contentType,
          charset: charsetOf(data.headers),
          handling,
          content: Buffer.concat(chunks),
          size: kept,
          hash: hash.digest("hex"),
        });
        data.release?.();
      });
    });
    parser.on("end", () => stop());
    parser.end(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength));
  });

const sameLineEnds = (content: string): string =>
  (content.includes("\r") ? content.replace(/\r\n/g, "\n") : content).trimEnd();

/** An attached mail counts by what it holds, a text by its words: a relay may change the line ends of either. */
const fileDigest = (file: File, mailDigests: ReadonlyMap<File, string>): string => {
  const isText = file.handling === "text" || file.handling === "html";
  const text = isText ? digestAtOnce("sha256", sameLineEnds(file.content.toString("latin1"))) : undefined;
  return mailDigests.get(file) ?? text ?? file.hash;
};

const digestOf = (
  { envelope, text, html, files }: Parsed,
  mailDigests: ReadonlyMap<File, string>,
): string => {
  const sent = JSON.stringify([envelope.fromLine, envelope.date ?? envelope.dateLine, envelope.subject]);
  const bodies = `\0text/plain\0${sameLineEnds(text)}\0text/html\0${sameLineEnds(html)}`;
  const attached = files.map((file) => `\0${file.contentType}\0${fileDigest(file, mailDigests)}`).join("");
  return digestAtOnce("sha256", `${sent}${bodies}${attached}`);
};

/** What a person is shown of it. */
const mostHidden = 2_000;

const viewsOf = (
  parsed: Parsed,
  documents: DocumentTexts,
): { views: View[]; hidden: string[]; tooLarge: boolean } => {
  const views: View[] = [];
  const hidden: string[] = [];
  let tooDeep = false;
  const note = (read: ReadHtml): void => {
    tooDeep ||= read.tooDeep;
    if (read.hidden) hidden.push(read.hidden.slice(0, mostHidden));
  };
  const readHtml = (html: string, source: string): void => {
    const read = htmlBlocks(html);
    views.push({ source, blocks: read.blocks });
    note(read);
  };
  const attached = parsed.files.filter(({ handling }) => handling === "text" || handling === "html");
  const tooLarge =
    parsed.text.length > longestText ||
    hasTooManyLines(parsed.text) ||
    parsed.html.length > longestText ||
    attached.some(({ content }) => content.length > longestText);
  if (tooLarge) return { views, hidden, tooLarge };
  const body = bodyViews(parsed);
  views.push(...body.views);
  if (body.read) note(body.read);
  for (const file of attached) {
    const source = `attachment:${file.name}`;
    if (file.handling === "html") readHtml(attachedText(file), source);
    else views.push({ source, blocks: textBlocks(attachedText(file)) });
  }
  for (const { name, handling, hash } of parsed.files) {
    const read = handling === "document" ? documents[hash] : undefined;
    if (read?.kind === "read") readHtml(read.html, `attachment:${name}`);
  }
  return { views, hidden, tooLarge: tooDeep };
};

/** What stands against a DOCX or PDF file: nobody has read it yet, or it can't be read, or not all of it. */
const documentFault = ({ name, size, hash }: File, documents: DocumentTexts): AttachedFile[] => {
  if (size > mostDocumentBytes) return [{ name, content: "unreadable" }];
  const read = documents[hash];
  if (!read) return [{ name, content: "unreadable", document: hash }];
  if (read.kind === "refused")
    return [{ name, content: read.reason === "encrypted" ? "encrypted" : "unreadable" }];
  return read.partial ? [{ name, content: "unreadable" }] : [];
};

const attachedFiles = (files: readonly File[], documents: DocumentTexts): AttachedFile[] =>
  files.flatMap((file): AttachedFile[] => {
    const { name, handling, content } = file;
    if (handling === "document") return documentFault(file, documents);
    if (handling === "encrypted" || (handling === "zip" && isLockedZip(content)))
      return [{ name, content: "encrypted" }];
    return handling === "unreadable" || handling === "zip" ? [{ name, content: "unreadable" }] : [];
  });

const encryptedBody = /-----BEGIN PGP MESSAGE-----/;

const unclosed = (raw: Uint8Array, boundary: string | undefined): boolean =>
  boundary !== undefined &&
  Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).lastIndexOf(`--${boundary}--`) < 0;

/** Opens a mail and the mails attached to it. Never throws: what cannot be opened is a fault of the mail. */
export const openMail = async (
  raw: Uint8Array,
  wantsSecond: boolean,
  documents: DocumentTexts = {},
  depth = 0,
): Promise<OpenedMail> => {
  const parsed = await parse(raw);
  const { envelope, text, html } = parsed;
  const { views, hidden, ...read } = viewsOf(parsed, documents);
  const tooLarge = read.tooLarge || (wantsSecond && isMostlyLineEnds(raw));
  const opinion = wantsSecond && !parsed.fault && !tooLarge && raw.length > 0;
  const second = opinion
    ? await secondOpinion(raw, { text, html, subject: envelope.subject ?? "" })
    : undefined;
  const nested = parsed.files.filter((file) => file.handling === "mail");
  const files = attachedFiles(parsed.files, documents);
  if (depth >= deepestMail)
    files.push(...nested.map(({ name }): AttachedFile => ({ name, content: "unreadable" })));
  const opened =
    depth < deepestMail
      ? await Promise.all(
          nested.map(async (file) => ({
            file,
            mail: await openMail(file.content, wantsSecond, documents, depth + 1),
          })),
        )
      : [];
  const mails = opened.map(({ file, mail }) => ({ name: file.name, mail }));
  const nothing = views.length === 0 && files.length === 0 && mails.length === 0 && !tooLarge;
  const faults = [
    ...(parsed.fault ? [parsed.fault] : []),
    ...(tooLarge ? ["too-large"] : []),
    ...(nothing && !parsed.fault ? ["empty"] : []),
    ...(raw.length > 0 && !envelope.looksLikeMail ? ["malformed"] : []),
    ...(unclosed(raw, envelope.boundary) ? ["malformed"] : []),
    ...(envelope.contentType === "multipart/encrypted" || encryptedBody.test(parsed.text)
      ? ["encrypted"]
      : []),
    ...(envelope.subjects > 1 ? ["conflicting-values:subject"] : []),
  ];
  return {
    headers: envelope.headers,
    ...(envelope.subject ? { subject: envelope.subject } : {}),
    ...(envelope.date ? { date: envelope.date } : {}),
    ...(envelope.messageId ? { messageId: envelope.messageId } : {}),
    contentType: envelope.contentType,
    ...(envelope.reportType ? { reportType: envelope.reportType } : {}),
    views,
    hidden,
    files,
    mails,
    faults,
    ...(second ? { second } : {}),
    digest: digestOf(parsed, new Map(opened.map(({ file, mail }) => [file, mail.digest]))),
  };
};
