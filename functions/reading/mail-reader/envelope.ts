import type { Headers } from "mailparser";
import { machineHeaders } from "../compact/trust/automatic.ts";

export type Envelope = {
  headers: { name: string; value: string }[];
  fromLine: string;
  dateLine: string;
  subject?: string;
  date?: string;
  messageId?: string;
  contentType: string;
  boundary?: string;
  reportType?: string;
  subjects: number;
  looksLikeMail: boolean;
};

const telling = new Set(["from", "return-path", "auto-submitted", "precedence", ...machineHeaders]);
const ordinary = new Set([
  "from",
  "date",
  "subject",
  "to",
  "message-id",
  "received",
  "content-type",
  "mime-version",
  "return-path",
]);

/** No Date is longer. What takes comments off takes quadratic time over brackets without end. */
const longestDate = 200;

/** The parser puts the present moment where a Date cannot be read; a digest and a deadline need the one written. */
const isoDate = (written: string): string | undefined => {
  if (written.length > longestDate) return undefined;
  const time = Date.parse(written.replace(/\([^)]*\)/g, "").trim());
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
};

export const readEnvelope = (
  lines: readonly { key: string; line: string }[],
  parsed: Headers = new Map(),
): Envelope => {
  const headers = lines.map(({ key, line }) => ({
    // "From :" and "From" with a stray control character are read as From by some; none may slip past the count.
    name: key.replace(/[^\x21-\x7e]/g, ""),
    value: line
      .slice(line.indexOf(":") + 1)
      .replace(/\r?\n(?=[ \t])/g, "")
      .trim(),
  }));
  const first = (name: string): string => headers.find((header) => header.name === name)?.value ?? "";
  const subject = parsed.get("subject");
  const type = parsed.get("content-type") as { value?: string; params?: Record<string, string> } | undefined;
  const date = isoDate(first("date"));
  const messageId = parsed.get("message-id");
  const { boundary, "report-type": reportType } = type?.params ?? {};
  const contentType = type?.value?.toLowerCase() ?? "text/plain";
  return {
    headers: headers.filter(({ name }) => telling.has(name)),
    fromLine: first("from"),
    dateLine: first("date"),
    ...(typeof subject === "string" && subject.trim()
      ? { subject: subject.replace(/\s+/g, " ").trim() }
      : {}),
    ...(date ? { date } : {}),
    ...(typeof messageId === "string" ? { messageId } : {}),
    contentType,
    ...(boundary && contentType.startsWith("multipart/") ? { boundary } : {}),
    ...(reportType ? { reportType: reportType.toLowerCase() } : {}),
    subjects: new Set(headers.filter(({ name }) => name === "subject").map(({ value }) => value)).size,
    looksLikeMail: headers.some(({ name }) => ordinary.has(name)),
  };
};
