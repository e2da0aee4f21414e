import { hash as digestAtOnce } from "node:crypto";
import type { File } from "./files.ts";
import type { Parsed } from "./parse-mail.ts";

const sameLineEnds = (content: string): string =>
  (content.includes("\r") ? content.replace(/\r\n/g, "\n") : content).trimEnd();

/** An attached mail counts by what it holds, a text by its words: a relay may change the line ends of either. */
const fileDigest = (file: File, mailDigests: ReadonlyMap<File, string>): string => {
  const isText = file.handling === "text" || file.handling === "html";
  const isWhole = file.content.length === file.size;
  const text =
    isText && isWhole ? digestAtOnce("sha256", sameLineEnds(file.content.toString("latin1"))) : undefined;
  return mailDigests.get(file) ?? text ?? file.hash;
};

/** A gap, or nothing at all, may be what two different mails have in common. */
const isDecoded = ({ text, html, files, fault, partFaults, garbled, envelope }: Parsed): boolean =>
  !fault &&
  !garbled &&
  partFaults.size === 0 &&
  envelope.subjects < 2 &&
  (text.trim() !== "" || html.trim() !== "" || files.length > 0) &&
  ![text, html, envelope.subject ?? ""].some((words) => words.includes("\ufffd"));

const traces =
  /^(?:received|return-path|delivered-to|message-id|authentication-results|received-spf|dkim-signature|arc-[a-z-]+|x-[^:\s]+)[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*\n/gim;

/** The bytes its sender wrote, but for what each way of the mail adds at its head. */
const rawDigest = (bytes: Buffer): string => {
  const all = bytes.toString("latin1").replace(/\r\n?/g, "\n");
  const end = all.indexOf("\n\n");
  const head = end < 0 ? `${all}\n` : all.slice(0, end + 1);
  return digestAtOnce("sha256", `${head.replace(traces, "")}${all.slice(head.length)}`.trimEnd());
};

/**
 * The same for every resend of a mail, whatever its id, its trace headers and how it was encoded on the way. What cannot
 * be decoded counts by its bytes: no mail stands in for another because neither could be read.
 */
export const digestOf = (bytes: Buffer, parsed: Parsed, mailDigests: ReadonlyMap<File, string>): string => {
  const { envelope, text, html, files, leftOver } = parsed;
  const sent = JSON.stringify([envelope.fromLine, envelope.date ?? envelope.dateLine, envelope.subject]);
  const bodies = `\0text/plain\0${sameLineEnds(text)}\0text/html\0${sameLineEnds(html)}`;
  const attached = files.map((file) => `\0${file.contentType}\0${fileDigest(file, mailDigests)}`).join("");
  const rest = leftOver ? `\0left\0${leftOver}` : "";
  const raw = isDecoded(parsed) ? "" : `\0raw\0${rawDigest(bytes)}`;
  return digestAtOnce("sha256", `${sent}${bodies}${attached}${rest}${raw}`);
};
