export type Header = { name: string; value: string };

const HEADERS_END = /\r?\n\r?\n/;
const MOST_BYTES = 262_144;

/** The header lines as they stand, unfolded. The body is never looked at: it may be 40 MB, or no mail at all. */
export const readHeaders = (raw: Uint8Array): Header[] => {
  const text = Buffer.from(raw.subarray(0, MOST_BYTES)).toString("latin1");
  const [head = ""] = text.split(HEADERS_END, 1);
  return head
    .replace(/\r?\n[ \t]+/g, " ")
    .split(/\r?\n/)
    .flatMap((line) => {
      const match = /^([!-9;-~]+):\s*(.*)$/.exec(line);
      return match?.[1] ? [{ name: match[1], value: match[2]?.trim() ?? "" }] : [];
    });
};

export const headerOf = (headers: readonly Header[], name: string): string | undefined =>
  headers.find((h) => h.name.toLowerCase() === name)?.value;

/** Every address the mail names as a recipient, in small letters. */
export const recipientsIn = (headers: readonly Header[]): string[] =>
  headers
    .filter((h) => ["to", "cc", "delivered-to", "x-original-to"].includes(h.name.toLowerCase()))
    .flatMap((h) => h.value.toLowerCase().match(/[^\s<>,;:"()]+@[^\s<>,;:"()]+/g) ?? []);
