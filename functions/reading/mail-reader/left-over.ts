import { createHash } from "node:crypto";
import type { Part, PieceReader } from "./split-parts.ts";

/** What a mail's programs write, and what relays add: everything else among the headers is words that lost their place. */
const known = new Set(
  (
    "from to cc bcc date subject sender reply-to message-id in-reply-to references received return-path delivered-to " +
    "envelope-to mime-version content-type content-transfer-encoding content-disposition content-id content-language " +
    "content-description content-location content-class content-md5 content-length content-base content-features accept-language user-agent " +
    "mailer importance priority sensitivity precedence organization keywords comments auto-submitted autocrypt errors-to " +
    "authentication-results authentication-results-original received-spf dkim-signature domainkey-signature " +
    "dkim-filter feedback-id require-recipient-valid-from original-recipient disposition-notification-to " +
    "return-receipt-to deferred-delivery expires lines status msip_labels spamdiagnosticoutput " +
    "spamdiagnosticmetadata reporting-mta"
  ).split(" "),
);
const traced = /^(?:x-|arc-|list-|resent-|thread-|ms-|ironport-|mailing-|dkim-|tls-)/;

const isWords = (line: string): boolean => {
  const name = /^([\x21-\x39\x3b-\x7e]+)[ \t]*:/.exec(line)?.[1]?.toLowerCase();
  return name === undefined || (!known.has(name) && !traced.test(name));
};

/** Of the headers of a mail or a part those that are none: a report with no empty line above it ends among them. */
export const wordsAmongHeaders = (lines: readonly string[]): string[] =>
  lines.filter((line) => line.trim() !== "" && isWords(line));

const evenLineEnds = (text: string): string => text.replace(/\r\n?/g, "\n").trim();

/** Base64 is these letters alone; of any others a program leaves out what it likes. */
const notBase64 = /[^A-Za-z0-9+/=\s]/;

export type LeftOver = PieceReader & {
  /** Nothing, or a digest of all that no text and no file of the mail holds. */
  digest: () => string;
  /** A part that says it is encoded and is not. */
  isGarbled: () => boolean;
};

/** Watches for what is between, before and after the parts, and among their headers: a person may have meant it. */
export const leftOver = (): LeftOver => {
  const delimiters = new Set<string>();
  const words: string[] = [];
  const outside: Buffer[] = [];
  let garbled = false;
  const remains = (): string =>
    evenLineEnds(Buffer.concat(outside).toString("latin1"))
      .split("\n")
      .filter((line) => line.trim() !== "" && !delimiters.has(line.trimEnd()))
      .join("\n");
  return {
    onPart: (part: Part): void => {
      if (part._boundary) {
        const boundary = part._boundary.toString("latin1");
        delimiters.add(`--${boundary}`).add(`--${boundary}--`);
      }
      words.push(...wordsAmongHeaders(part.headers.getList().map(({ line }) => line)));
    },
    onBody: (part: Part, encoded: Buffer): void => {
      const isText = /^(?:text|message)\//.test(part.contentType || "text/plain");
      if (!garbled && isText && part.encoding === "base64")
        garbled = notBase64.test(encoded.toString("latin1"));
    },
    onOutside: (bytes: Buffer): void => {
      outside.push(bytes);
    },
    isGarbled: () => garbled,
    digest: () => {
      const all = [...words.map(evenLineEnds), remains()].filter(Boolean).join("\n");
      return all === "" ? "" : createHash("sha256").update(all).digest("hex");
    },
  };
};
