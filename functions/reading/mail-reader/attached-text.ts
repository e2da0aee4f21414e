type Encoded = { content: Buffer; charset?: string | undefined };

const mark = (content: Buffer): string | undefined =>
  content[0] === 0xff && content[1] === 0xfe
    ? "utf-16le"
    : content[0] === 0xfe && content[1] === 0xff
      ? "utf-16be"
      : undefined;

/** What a page says of itself, where its part of the mail says nothing. */
const metaCharset = (content: Buffer): string | undefined =>
  /<meta\b[^>]{0,200}\bcharset\s*=\s*["']?\s*([\w-]+)/i.exec(content.toString("latin1", 0, 4_096))?.[1];

const decode = (content: Buffer, charset: string, fatal = false): string | undefined => {
  try {
    return new TextDecoder(charset, { fatal }).decode(content);
  } catch {
    return undefined;
  }
};

// Mail programs say us-ascii of whatever they don't look into.
const saysNothing = /^(?:us-)?ascii$|^utf-?8$/i;

/**
 * The words of an attached text or page in the charset it declares. One that declares none, or one its bytes are not
 * in, is UTF-8 if it can be, and else what Windows writes.
 */
export const attachedText = ({ content, charset = metaCharset(content) }: Encoded): string => {
  const declared = mark(content) ?? (charset && !saysNothing.test(charset) ? charset : undefined);
  return (
    (declared && decode(content, declared)) ??
    decode(content, "utf-8", true) ??
    decode(content, "windows-1252") ??
    ""
  );
};
