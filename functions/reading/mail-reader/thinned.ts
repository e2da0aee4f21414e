/** Below it nothing is won. */
const large = 256_000;

const isBase64 = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[A-Za-z0-9+/=\r\n]/.test(String.fromCharCode(byte)) ? 1 : 0,
);

const isBase64Line = (bytes: Buffer, from: number, to: number): boolean => {
  // No header and no boundary is written in these letters alone, so nothing of a mail's build is among them.
  if (to - from < 40) return false;
  for (let at = from; at < to; at += 1) if (isBase64[bytes[at] as number] === 0) return false;
  return true;
};

/** Base64 is a third longer than its bytes, and a letter has up to three: no run beyond this is text of that length. */
const longestRunOf = (letters: number): number => 8_000 + 5 * letters;

/**
 * The mail with every long run of base64 cut down to its first part, for a reader of texts: it keeps each line of an
 * attachment it is never asked for, at twenty times its bytes. `letters` is the most the texts of the mail have. A run
 * starts where a line of other letters ends.
 */
export const thinned = (bytes: Buffer, letters: number): Buffer => {
  if (bytes.length < large) return bytes;
  const longestRun = longestRunOf(letters);
  const kept: Buffer[] = [];
  let runStart = 0;
  let keptTo = 0;
  for (let line = 0; line < bytes.length; ) {
    const end = bytes.indexOf(10, line);
    const next = end < 0 ? bytes.length : end + 1;
    if (!isBase64Line(bytes, line, next)) {
      if (line - runStart > longestRun) {
        kept.push(bytes.subarray(keptTo, runStart + longestRun), Buffer.from("\r\n"));
        keptTo = line;
      }
      runStart = next;
    }
    line = next;
  }
  if (bytes.length - runStart > longestRun) {
    kept.push(bytes.subarray(keptTo, runStart + longestRun));
    keptTo = bytes.length;
  }
  return keptTo === 0 ? bytes : Buffer.concat([...kept, bytes.subarray(keptTo)]);
};
