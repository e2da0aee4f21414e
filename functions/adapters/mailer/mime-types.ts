/**
 * Stands in for nodemailer's table of two thousand types in the bundles: 40 kB of every function that writes mail.
 * The letters name the type of all they attach; this is the fallback for what they might attach.
 */
const types: Record<string, string> = {
  csv: "text/csv",
  eml: "message/rfc822",
  html: "text/html",
  ics: "text/calendar",
  json: "application/json",
  pdf: "application/pdf",
  txt: "text/plain",
};

export const detectMimeType = (filename?: string): string =>
  types[filename?.split(".").at(-1)?.toLowerCase() ?? ""] ?? "application/octet-stream";

export const detectExtension = (mimeType?: string): string =>
  Object.entries(types).find(([, type]) => type === mimeType?.toLowerCase())?.[0] ?? "bin";
