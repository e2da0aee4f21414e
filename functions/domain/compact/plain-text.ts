/** A text as two spellings of it are compared: letters and figures only, without case, diacritics or punctuation. */
export const plainText = (text = ""): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
