import { describe, expect, it } from "vitest";
import { aReport, complete, lines, multipart, read } from "../mails.ts";

const digest = async (raw: Uint8Array): Promise<string> => (await read(raw)).mail.digest;
const base64 = { type: "text/plain; charset=utf-8", headers: ["Content-Transfer-Encoding: base64"] };

describe("a mail resent", () => {
  it("has the same digest under a new id, new trace headers and another transfer encoding", async () => {
    const first = await digest(aReport());
    const again = aReport().toString().replace("<1@mail.example>", "<2@other.example>");
    expect(
      await digest(
        Buffer.from(
          `Received: from a by b; Sun, 15 Nov 2026 01:00:00 +0000\r\nReturn-Path: <x@y.example>\r\n${again}`,
        ),
      ),
    ).toBe(first);
    expect(
      await digest(aReport({}, { ...base64, body: Buffer.from(lines(complete)).toString("base64") })),
    ).toBe(first);
  });

  it("has another digest with another fact, Date, Subject, sender or attachment", async () => {
    const all = [
      aReport(),
      aReport({ Surname: "ASHDOWNE" }),
      aReport({}, { date: "Sat, 14 Nov 2026 23:06:00 +0000" }),
      aReport({}, { subject: "Missing Person Report again" }),
      aReport({}, { from: "other@leicestershire-police.example" }),
      multipart("mixed", [
        { type: "text/plain", body: lines(complete) },
        { type: "application/pdf", body: "one" },
      ]),
      multipart("mixed", [
        { type: "text/plain", body: lines(complete) },
        { type: "application/pdf", body: "two" },
      ]),
    ];
    expect(new Set(await Promise.all(all.map(digest))).size).toBe(all.length);
  });

  it("a Date that cannot be read does not become the present moment", async () => {
    const raw = aReport({}, { date: "some day" });
    const { mail } = await read(raw);
    expect(mail.date).toBeUndefined();
    expect(await digest(raw)).toBe(mail.digest);
  });
});
