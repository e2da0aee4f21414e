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
