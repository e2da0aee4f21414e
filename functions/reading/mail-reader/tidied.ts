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
