import { Transform } from "node:stream";
import { attachedText } from "./attached-text.ts";

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

const decode = (bytes: Buffer, charset: string): string | undefined => {
  try {
    return new TextDecoder(labelOf(charset)).decode(bytes);
  } catch {
    return undefined;
  }
};

/** As any mail program reads it first. One that nobody knows is read as UTF-8. */
const asDeclared = (bytes: Buffer, charset: string): string =>
  decode(bytes, charset) ?? bytes.toString("utf8");

/** Mail programs write these of whatever they don't look into. */
const saysNothing = /^(?:us-?ascii|ascii|utf-?8|)$/;
const controls = /[\u0080-\u009f]/;
const otherLetters = /[^\0-\x7f\ufffd]/;

/**
 * What bytes can be that are not in the charset declared: what Windows writes, or what the page says of itself. Where
 * some of them are UTF-8 and some are not, or nobody knows the charset, no charset explains them and the gaps stay.
 */
const asExplained = (bytes: Buffer, charset: string): string => {
  const plain = asDeclared(bytes, charset);
  const hasMark = bytes.length > 1 && ((bytes[0] ?? 0) ^ (bytes[1] ?? 0)) === 1 && (bytes[0] ?? 0) >= 0xfe;
  if (hasMark) return attachedText({ content: bytes });
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
