import { Transform } from "node:stream";

/** Names of charsets that mail programs write and the platform has under another. */
const otherNames: Record<string, string> = {
  macroman: "macintosh",
  maccyrillic: "x-mac-cyrillic",
  cp1252: "windows-1252",
};

const labelOf = (charset: string): string => {
  const name = charset.replace(/['"\s]/g, "").toLowerCase();
  return otherNames[name.replace(/[^a-z0-9]/g, "")] ?? name;
};

const decode = (bytes: Buffer, charset: string, fatal = false): string | undefined => {
  try {
    return new TextDecoder(labelOf(charset), { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
};

const mark = (bytes: Buffer): string | undefined =>
  bytes[0] === 0xff && bytes[1] === 0xfe
    ? "utf-16le"
    : bytes[0] === 0xfe && bytes[1] === 0xff
      ? "utf-16be"
      : undefined;

/** What a page says of itself, where its part of the mail says nothing. */
const metaCharset = (bytes: Buffer): string | undefined =>
  /<meta\b[^>]{0,200}\bcharset\s*=\s*["']?\s*([\w-]+)/i.exec(bytes.toString("latin1", 0, 4_096))?.[1];

/** Mail programs write these of whatever they don't look into. */
const saysNothing = /^(?:us-?ascii|ascii|utf-?8|)$/;

/**
 * The words of an attached text or page in the charset it declares. One that declares none, or one its bytes are not
 * in, is UTF-8 if it can be, and else what Windows writes.
 */
export const attachedText = ({
  content,
  charset = metaCharset(content) ?? "",
}: {
  content: Buffer;
  charset?: string | undefined;
}): string => {
  const declared = mark(content) ?? (saysNothing.test(labelOf(charset)) ? undefined : charset);
  return (
    (declared && decode(content, declared)) ??
    decode(content, "utf-8", true) ??
    decode(content, "windows-1252") ??
    ""
  );
};

/** As any mail program reads it first. One that nobody knows is read as UTF-8. */
const asDeclared = (bytes: Buffer, charset: string): string =>
  decode(bytes, charset) ?? bytes.toString("utf8");

const controls = /[\u0080-\u009f]/;
const otherLetters = /[^\0-\x7f\ufffd]/;

/**
 * What bytes can be that are not in the charset declared: what Windows writes, or what the page says of itself. Where
 * some of them are UTF-8 and some are not, or nobody knows the charset, no charset explains them and the gaps stay.
 */
const asExplained = (bytes: Buffer, charset: string): string => {
  const plain = asDeclared(bytes, charset);
  if (mark(bytes)) return attachedText({ content: bytes });
  if (!saysNothing.test(labelOf(charset)) || otherLetters.test(plain)) return plain;
  const explained = attachedText({ content: bytes, charset: charset || undefined });
  return controls.test(explained) ? plain : explained;
};

const explain = "explain:";

/** The name under which the parser asks for a part's charset to be explained and not only decoded. */
export const explained = (charset: string): string => `${explain}${charset}`;

/** Beyond it a text is too large whatever it says. */
const mostBytes = 8_000_000;

/** The parser's own decoders differ between a source run and the bundle; this one is the platform's in both. */
export const decodeStream = (charset: string): Transform => {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      if (size < mostBytes) chunks.push(chunk);
      size += chunk.length;
      done();
    },
    flush(done) {
      const bytes = Buffer.concat(chunks);
      const text = charset.startsWith(explain)
        ? asExplained(bytes, charset.slice(explain.length))
        : asDeclared(bytes, charset);
      done(null, Buffer.from(text));
    },
  });
};

/** Text that was not in the charset it was read in: gaps, or UTF-16 with its bytes the other way round. */
export const isUnexplained = (text: string): boolean => text.includes("\ufffd") || text.startsWith("\ufffe");
