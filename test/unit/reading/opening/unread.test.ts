import { describe, expect, it } from "vitest";
import { unreadMail } from "../../../../functions/reading/unread-mail.ts";
import { HONEST_MS, onProcessor } from "../../../builders/processor-time.ts";
import { aMail, aReport } from "../mails.ts";

const trust = {
  forces: [{ id: "leicestershire-police", senderDomains: ["leicestershire-police.example"] }],
};
const unread = (raw: Uint8Array) => unreadMail("too-slow", raw, { trust });
const digest = (raw: Uint8Array): string => unread(raw).mail.digest;

const relayed = (raw: Buffer): Buffer =>
  Buffer.from(
    [
      "Received: from relay.example by mx.example;",
      "\tSun, 15 Nov 2026 01:00:00 +0000",
      "Return-Path: <x@y.example>",
      "DKIM-Signature: v=1; a=rsa-sha256; d=relay.example",
      raw.toString().replace("<1@mail.example>", "<2@other.example>"),
    ].join("\r\n"),
  );

describe("a mail that could not be opened within its bounds", () => {
  it("has the same digest when it is resent under a new id and new trace headers", () => {
    expect(digest(relayed(aReport()))).toBe(digest(aReport()));
  });

  it("has another digest with another sender, Date, Subject, content type or body", () => {
    const all = [
      aReport(),
      aReport({ Surname: "ASHDOWNE" }),
      aReport({}, { date: "Sat, 14 Nov 2026 23:06:00 +0000" }),
      aReport({}, { subject: "Missing Person Report again" }),
      aReport({}, { from: "other@leicestershire-police.example" }),
      aReport({}, { type: "text/html" }),
      aReport({}, { headers: ["Content-Transfer-Encoding: base64"] }),
    ];
    expect(new Set(all.map(digest)).size).toBe(all.length);
  });

  it("names its force and its Date, which are before what could not be opened", () => {
    expect(unread(relayed(aReport({}, { date: "Sat, 14 Nov 2026 23:05:00 +0000" })))).toMatchObject({
      result: { status: "quarantined", reasons: ["too-slow"], compacts: [] },
      mail: {
        from: "compact@leicestershire-police.example",
        force: "leicestershire-police",
        date: "2026-11-14T23:05:00.000Z",
        trusted: false,
      },
    });
  });

  it.each([
    ["a stranger", aReport({}, { from: "x@elsewhere.example" })],
    ["two senders", aReport({}, { headers: ["From: x@elsewhere.example"] })],
    ["nobody", Buffer.from("no header at all")],
    ["nothing", Buffer.alloc(0)],
    ["a header without end", Buffer.from("From: ".repeat(100_000))],
    [
      "a sender named only in the body",
      aMail({ from: "", body: "From: compact@leicestershire-police.example" }),
    ],
  ])("names no force where it is from %s", (_who, raw) => {
    expect(unread(raw).mail).not.toHaveProperty("force");
    expect(digest(raw)).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ["a Date of brackets", aReport({}, { date: "(".repeat(900_000) })],
    ["a sender of brackets", aReport({}, { from: "(".repeat(900_000) })],
    ["a sender of spaces", aReport({}, { from: `a${" ".repeat(900_000)}b` })],
    ["a header of line ends", Buffer.from(`From: a\r${"\r\n ".repeat(300_000)}`)],
    ["a header of carriage returns", Buffer.from(`From: a${"\r".repeat(900_000)}`)],
    ["headers without end", Buffer.from("Subject: x\r\n".repeat(3_000_000))],
    ["a body of 40 MB", aReport({ Circumstances: "words and words\r\n".repeat(2_300_000) })],
  ])("is answered at once, as the caller's own thread does it: %s", (_what, raw) => {
    const { answer, ms } = onProcessor(() => digest(raw));
    expect(answer).toMatch(/^[0-9a-f]{64}$/);
    expect(ms).toBeLessThan(HONEST_MS);
  });

  it("is read with line ends of either kind", () => {
    const unix = Buffer.from(aReport().toString().replaceAll("\r\n", "\n"));
    expect(unread(unix).mail.force).toBe("leicestershire-police");
  });
});
