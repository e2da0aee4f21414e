import { readFileSync } from "node:fs";
import { readMailHere } from "../../../functions/reading/read-mail.ts";
import type { Reading, ReadOptions } from "../../../functions/reading/reading.ts";

export type MailParts = {
  from?: string;
  subject?: string;
  date?: string;
  type?: string;
  headers?: string[];
  body: string;
};

/** An invented mail; every part may be replaced. */
export const aMail = ({
  from = "COMPACT <compact@leicestershire-police.example>",
  subject = "Missing Person Report",
  date = "Sun, 15 Nov 2026 11:05:00 +0000",
  type = "text/plain; charset=utf-8",
  headers = [],
  body,
}: MailParts): Buffer =>
  Buffer.from(
    [
      `From: ${from}`,
      "To: missing@in.leicestershire.example",
      `Subject: ${subject}`,
      `Date: ${date}`,
      "Message-ID: <1@mail.example>",
      "MIME-Version: 1.0",
      `Content-Type: ${type}`,
      ...headers,
      "",
      body,
    ].join("\r\n"),
  );

export const complete: Record<string, string> = {
  "COMPACT Ref": "MP/26/004417",
  Surname: "ASHDOWN",
  "Forename(s)": "Ellie May",
  DOB: "09/03/2011",
  "Missing Since": "14/11/2026 21:30",
};

export const lines = (facts: Record<string, string>): string =>
  `MISSING PERSON REPORT\r\n\r\n${Object.entries(facts)
    .map(([label, value]) => `${label}: ${value}`)
    .join("\r\n")}\r\n`;

/** A complete missing report with some lines replaced or added. */
export const aReport = (changes: Record<string, string> = {}, parts: Partial<MailParts> = {}): Buffer =>
  aMail({ body: lines({ ...complete, ...changes }), ...parts });

export const multipart = (
  kind: string,
  parts: { type: string; body: string; headers?: string[] }[],
  over: Partial<MailParts> = {},
): Buffer =>
  aMail({
    ...over,
    type: `multipart/${kind}; boundary="part"`,
    body: `${parts.map(({ type, body, headers = [] }) => [`--part`, `Content-Type: ${type}`, ...headers, "", body].join("\r\n")).join("\r\n")}\r\n--part--\r\n`,
  });

export const read = (raw: Uint8Array, options: ReadOptions = {}): Promise<Reading> =>
  readMailHere(raw, options);

export const theCompact = async (raw: Uint8Array, options: ReadOptions = {}) => {
  const { result } = await readMailHere(raw, options);
  return result.compacts[0];
};

export const reasonsOf = async (raw: Uint8Array, options: ReadOptions = {}): Promise<string[]> =>
  (await readMailHere(raw, options)).result.reasons;

export const sampleMail = (name: string): Buffer =>
  readFileSync(new URL(`../../fixtures/compacts/${name}.eml`, import.meta.url));
