import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { type AttachmentStream, type Headers, MailParser } from "mailparser";
import { type Handling, handlingOf } from "./attachments.ts";
import { longestText } from "./bounds.ts";
import { decodeStream, explained, isUnexplained } from "./charsets.ts";
import { type Envelope, readEnvelope } from "./envelope.ts";
import { leftOver } from "./left-over.ts";
import { type PartFault, partFaults } from "./part-faults.ts";
import { type Part, watchParts } from "./split-parts.ts";

// mailparser's own conversions block the process on a large table and read hidden text as seen.
export const parserOptions = {
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

export type File = {
  name: string;
  contentType: string;
  charset: string | undefined;
  handling: Handling;
  content: Buffer;
  size: number;
  hash: string;
};
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

/** Hashes an attachment as it passes; only what can be read is kept. */
const collect = (data: AttachmentStream, done: (file: File) => void): void => {
  const contentType = data.contentType.toLowerCase();
  const name = data.filename ?? (contentType === "message/rfc822" ? "message.eml" : "unnamed");
  const handling = handlingOf({
    name,
    contentType,
    disposition: data.contentDisposition ?? "",
    related: data.related ?? false,
  });
  const most = keeps(handling);
  const hash = createHash("sha256");
  const chunks: Buffer[] = [];
  let size = 0;
  data.content.on("data", (chunk: Buffer) => {
    hash.update(chunk);
    if (size < most) chunks.push(chunk.subarray(0, most - size));
    size += chunk.length;
  });
  data.content.on("end", () => {
    const content = Buffer.concat(chunks);
    done({
      name,
      contentType,
      charset: charsetOf(data.headers),
      handling,
      content,
      size,
      hash: hash.digest("hex"),
    });
    data.release?.();
  });
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

const parse = (bytes: Buffer, charsetFor: (declared: string | false) => string | false): Promise<Parsed> =>
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
      if (data.type !== "text") return collect(data, (file) => parsed.files.push(file));
      parsed.text = data.text || "";
      parsed.html = data.html || "";
    });
    parser.on("end", () => stop());
    if (bytes.length <= slice) parser.end(bytes);
    else Readable.from(piecesOf(bytes)).pipe(parser);
  });

/**
 * Streams the mail through mailparser. `declared` is what the charsets its parts declare make of it, where that left
 * gaps and something else explains them.
 */
export const parseMail = async (bytes: Buffer): Promise<Parsed & { declared?: Parsed }> => {
  const parsed = await parse(bytes, (charset) => charset);
  if (!isUnexplained(parsed.text) && !isUnexplained(parsed.html)) return parsed;
  return { ...(await parse(bytes, (charset) => explained(charset || ""))), declared: parsed };
};
