import { hash as digestAtOnce } from "node:crypto";
import type { File, Parsed } from "./parse-mail.ts";

const sameLineEnds = (content: string): string =>
  (content.includes("\r") ? content.replace(/\r\n/g, "\n") : content).trimEnd();

/** An attached mail counts by what it holds, a text by its words: a relay may change the line ends of either. */
const fileDigest = (file: File, mailDigests: ReadonlyMap<File, string>): string => {
  const isText = file.handling === "text" || file.handling === "html";
  const text = isText ? digestAtOnce("sha256", sameLineEnds(file.content.toString("latin1"))) : undefined;
  return mailDigests.get(file) ?? text ?? file.hash;
};

/** The same for every resend of a mail, whatever its id, its trace headers and how it was encoded on the way. */
export const digestOf = (
  { envelope, text, html, files }: Parsed,
  mailDigests: ReadonlyMap<File, string>,
): string => {
  const sent = JSON.stringify([envelope.fromLine, envelope.date ?? envelope.dateLine, envelope.subject]);
  const bodies = `\0text/plain\0${sameLineEnds(text)}\0text/html\0${sameLineEnds(html)}`;
  const attached = files.map((file) => `\0${file.contentType}\0${fileDigest(file, mailDigests)}`).join("");
  return digestAtOnce("sha256", `${sent}${bodies}${attached}`);
};
