const beyondAscii = /[\u0080-\uffff]/;

/** The words and figures of a text in small letters, one space between two: what of it can be lost. */
export const saidIn = (text: string): string => {
  const lower = text.toLowerCase();
  return beyondAscii.test(lower)
    ? lower
        .normalize("NFKC")
        .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
        .trim()
    : lower.replace(/[^a-z0-9]+/g, " ").trim();
};

export const wordsIn = (text: string): string[] => saidIn(text).split(" ").filter(Boolean);
