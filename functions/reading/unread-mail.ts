import { createHash } from "node:crypto";
import { strictSender } from "./compact/trust/sender.ts";
import { judgeReceipt, judgeSender } from "./compact/trust/trust.ts";
import { readEnvelope } from "./mail-reader/envelope.ts";
import { wordsAmongHeaders } from "./mail-reader/left-over.ts";
import type { Reading, ReadOptions } from "./reading.ts";

/** A header longer than this says nothing more that is wanted here. */
const longestHeader = 1_000_000;

/** Header and body as they are, split at the first empty line. */
const split = (raw: Buffer): { header: string; body: Buffer } => {
  const ends = ["\r\n\r\n", "\n\n"].map((end) => ({ at: raw.indexOf(end), length: end.length }));
  const [first] = ends.filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at);
  const { at, length } = first ?? { at: raw.length, length: 0 };
  return {
    header: raw.subarray(0, Math.min(at, longestHeader)).toString("latin1"),
    body: raw.subarray(at > longestHeader ? longestHeader : at + length),
  };
};

const headerLines = (header: string): { key: string; line: string }[] =>
  header.split(/\r?\n(?![ \t])/).map((line) => ({ key: line.split(":", 1)[0]?.toLowerCase() ?? "", line }));

/** What the sender wrote, and no relay on the way. */
const lasting = ["from", "date", "subject", "content-type", "content-transfer-encoding"];

/**
 * A mail that could not be opened within its bounds: what can be said of it without opening it. Its digest is over the
 * headers its sender wrote and the bytes after them, so a resend under a new id and new trace headers has the same;
 * one that was encoded otherwise, or has another boundary, has another.
 */
export const unreadMail = (reason: string, raw: Uint8Array, options: ReadOptions): Reading => {
  const { header, body } = split(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength));
  const lines = headerLines(header);
  const { headers, date } = readEnvelope(lines);
  const from = strictSender(headers);
  const { force } = options.trust ? judgeSender(from, [], options.trust) : {};
  const written = [
    ...lasting.map((name) => lines.filter(({ key }) => key === name).map(({ line }) => line)),
    wordsAmongHeaders(lines.map(({ line }) => line)),
  ];
  const digest = createHash("sha256").update(JSON.stringify(written)).update(body).digest("hex");
  const { reasons } = judgeReceipt(options.receipt);
  return {
    result: { status: "quarantined", reasons: [reason, ...reasons], compacts: [] },
    mail: {
      ...(from ? { from } : {}),
      ...(date ? { date } : {}),
      ...(force ? { force } : {}),
      digest,
      trusted: false,
      automatic: false,
    },
  };
};
