import { Readable } from "node:stream";
import { MailParser } from "mailparser";
import { decodeStream, explained, isUnexplained } from "./charsets.ts";
import { type Envelope, readEnvelope } from "./envelope.ts";
import { collect, type File } from "./files.ts";
import { leftOver } from "./left-over.ts";
import { type PartFault, partFaults } from "./part-faults.ts";
import { type Part, watchParts } from "./split-parts.ts";

// mailparser's own conversions block the process on a large table and read hidden text as seen.
const parserOptions = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipImageLinks: true,
  skipTextLinks: true,
  checksumAlgo: false,
  ignoreEmbedded: true,
  keepDeliveryStatus: true,
} as const;

/** Mails within mails are opened no further down. */
export const deepestMail = 10;

export type Parsed = {
  envelope: Envelope;
  text: string;
  html: string;
  files: File[];
  partFaults: ReadonlySet<PartFault>;
  fault?: string;
  /** Of what no text and no file holds: words among the headers, between the parts or outside them. */
  leftOver?: string;
  /** Some of it is not what it says it is encoded in. */
  garbled?: boolean;
};

const slice = 1_000_000;

/** In pieces, for each stage of the parser holds what it is given at once, decoded and not. */
function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += slice) yield bytes.subarray(at, at + slice);
}

/** The parts of a digest are mails unless they say otherwise. */
const isMailOfDigest = ({ parentNode, headers }: Part): boolean =>
  parentNode !== false &&
  parentNode.multipart === "digest" &&
  !headers.getList().some(({ key }) => key === "content-type");

const noEnvelope = readEnvelope([]);

type Wanted = { charsetFor: (declared: string | false) => string | false; keepsAll?: boolean };

const parse = (bytes: Buffer, { charsetFor, keepsAll = false }: Wanted): Promise<Parsed> =>
  new Promise((resolve) => {
    const faults = partFaults();
    const parsed: Parsed = { envelope: noEnvelope, text: "", html: "", files: [], partFaults: faults.found };
    const parser = new MailParser(parserOptions);
    const left = leftOver();
    const stop = (fault?: string): void => {
      const rest = left.digest();
      resolve({
        ...parsed,
        ...(fault ? { fault } : {}),
        ...(rest ? { leftOver: rest } : {}),
        ...(left.isGarbled() ? { garbled: true } : {}),
      });
    };
    watchParts(parser, {
      decodeStream,
      onOutside: left.onOutside,
      onBody: (part, encoded) => {
        faults.onBody(part, encoded);
        left.onBody(part, encoded);
      },
      onPart: (part) => {
        if (isMailOfDigest(part)) part.contentType = "message/rfc822";
        part.charset = charsetFor(part.charset);
        faults.onPart(part);
        left.onPart(part);
      },
    });
    parser.on("headers", (headers) => {
      parsed.envelope = readEnvelope(parser.headerLines || [], headers);
    });
    parser.on("error", (error: { code?: string }) =>
      stop(error.code === "EMAXLEN" ? "too-large" : "malformed"),
    );
    parser.on("data", (data) => {
      if (data.type !== "text") return collect(data, keepsAll, (file) => parsed.files.push(file));
      parsed.text = data.text || "";
      parsed.html = data.html || "";
    });
    parser.on("end", () => stop());
    if (bytes.length <= slice) parser.end(bytes);
    else Readable.from(piecesOf(bytes)).pipe(parser);
  });

/** A relay may put spaces behind a soft break, where they mean nothing (RFC 2045, 6.7); one parser of two keeps them. */
const paddedBreak = /=[ \t]+(?=\r?\n)/g;
/** A line of only the mark of a signature is never flowed, and none flows into an empty one (RFC 3676, 4.3). */
const signatureMark = /(?<=\n)--(?: |=20)(?=\r?\n)/g;
const flowsIntoNothing = / +(?=\r?\n\r?\n)/g;

const isFlowed = /format\s*=\s*"?flowed/i;

/** The bytes of a mail as every program should read them, whatever was added on the way. */
export const tidied = (bytes: Buffer): Buffer => {
  const text = bytes.toString("latin1");
  const flowed = isFlowed.test(text);
  if (!flowed && !text.includes("= ") && !text.includes("=\t")) return bytes;
  const unpadded = text.replace(paddedBreak, "=");
  const tidy = flowed ? unpadded.replace(signatureMark, "--").replace(flowsIntoNothing, "") : unpadded;
  return tidy === text ? bytes : Buffer.from(tidy, "latin1");
};

const asDeclared = (charset: string | false): string | false => charset;

/**
 * Streams the mail through mailparser. `declared` is what the charsets its parts declare make of it, where that left
 * gaps and something else explains them.
 */
export const parseMail = async (bytes: Buffer): Promise<Parsed & { declared?: Parsed }> => {
  const parsed = await parse(bytes, { charsetFor: asDeclared });
  if (!isUnexplained(parsed.text) && !isUnexplained(parsed.html)) return parsed;
  return { ...(await parse(bytes, { charsetFor: (charset) => explained(charset || "") })), declared: parsed };
};

/** The file in a mail, or in a mail attached to it, whose SHA-256 digest is this one. */
export const findFile = async (raw: Uint8Array, digest: string, depth = 0): Promise<File | undefined> => {
  const bytes = tidied(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength));
  const { files } = await parse(bytes, { charsetFor: asDeclared, keepsAll: true });
  const found = files.find(({ hash }) => hash === digest);
  if (found || depth >= deepestMail) return found;
  for (const { content, handling } of files) {
    const inside = handling === "mail" ? await findFile(content, digest, depth + 1) : undefined;
    if (inside) return inside;
  }
  return undefined;
};
