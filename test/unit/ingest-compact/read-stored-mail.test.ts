import { describe, expect, it } from "vitest";
import { readRequestSchema, readStoredMail } from "../../../functions/ingest-compact/read-stored-mail.ts";
import type { Reading } from "../../../functions/reading/reading.ts";
import { aMissing, aReading } from "../../builders/reading.ts";

const mail = { mailId: "mail-1", receivedAt: "2026-11-14T23:05:00Z", receipt: undefined };
const answerTo = (reading: Reading) => readStoredMail(mail, async () => reading);

describe("a request to read a stored mail", () => {
  it.each([
    ["without the mail's id", { read: { ...mail, mailId: "" } }],
    ["without the moment of its receipt", { read: { mailId: "mail-1" } }],
    ["with a moment that is none", { read: { ...mail, receivedAt: "yesterday" } }],
    ["of another shape", mail],
  ])("is refused %s", (_what, request) => {
    expect(readRequestSchema.safeParse(request).success).toBe(false);
  });

  it("takes a receipt that is none for no receipt, so that the mail is not trusted", () => {
    const receipt = { dmarcVerdict: { status: "SURELY" } };
    expect(readRequestSchema.parse({ read: { ...mail, receipt } }).read.receipt).toBeUndefined();
  });

  it("is answered with what the reader reads of that mail", async () => {
    const reading = aReading();
    const asked: unknown[] = [];
    const answer = await readStoredMail(mail, async (one) => {
      asked.push(one);
      return reading;
    });
    expect({ asked, answer }).toEqual({ asked: [mail], answer: reading });
  });
});

describe("a reading larger than Lambda may answer with", () => {
  const long = (length: number): Reading =>
    aReading({
      compacts: [{ ...aMissing(), circumstances: "é".repeat(length) }],
      subject: "Missing report",
      documents: ["a".repeat(64)],
    });

  it("comes back as a mail that is too large, with what is known of its sender and nothing else", async () => {
    const { digest } = long(2_500_000).mail;
    expect(await answerTo(long(2_500_000))).toEqual({
      result: { status: "quarantined", reasons: ["too-large"], compacts: [] },
      mail: { digest, force: "leicestershire-police", trusted: true, automatic: false },
    });
  });

  it("is one of more than five million bytes, and no smaller one", async () => {
    const empty = Buffer.byteLength(JSON.stringify(long(0)));
    const most = Math.floor((5_000_000 - empty) / 2);
    expect(await answerTo(long(most))).toEqual(long(most));
    expect((await answerTo(long(most + 1))).result.reasons).toEqual(["too-large"]);
  });
});
