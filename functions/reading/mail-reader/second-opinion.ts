import PostalMime from "postal-mime";
import type { SecondOpinion } from "../compact/document.ts";
import { visibleText } from "../compact/forms/text-blocks.ts";
import { longestText } from "./bounds.ts";
import { bodyViews } from "./mail-views.ts";
import type { Parsed } from "./parse-mail.ts";

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

type FirstOpinion = Pick<Parsed, "text" | "html" | "envelope">;

const words = (text: string | undefined): string => (text ?? "").replace(/\s+/g, " ").trim();
const same = (one: string, other: string | undefined): boolean =>
  one === other || one.trimEnd() === other?.trimEnd() || words(one) === words(other);

/**
 * The same bytes through another parser. What two parsers make of one mail differently, a sender may have meant them to:
 * then its own views are read too, and have to say the same. Where the words are the same nothing is read twice.
 */
export const secondOpinion = async (
  bytes: Uint8Array,
  firsts: readonly [FirstOpinion, ...FirstOpinion[]],
): Promise<SecondOpinion> => {
  const mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true }).catch(() => undefined);
  if (!mail) return { failed: true };
  const address = mail.from?.address?.trim().toLowerCase();
  const from = address ? { from: address } : {};
  const { html = "", text = "" } = mail;
  const isSame = (first: FirstOpinion): boolean =>
    same(first.text, text) && same(first.html, html) && same(first.envelope.subject ?? "", mail.subject);
  if (firsts.some(isSame)) return from;
  if (html.length > longestText || text.length > longestText) return { ...from, failed: true };
  const { views } = bodyViews({ html, text });
  return { ...from, other: { subject: visibleText(words(mail.subject)), views } };
};
