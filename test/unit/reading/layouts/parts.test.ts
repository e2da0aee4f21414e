import { describe, expect, it } from "vitest";
import { aMail, aReport, complete, lines, multipart, read, reasonsOf } from "../mails.ts";

const report = { type: "text/plain; charset=utf-8", body: lines(complete) };
const other = { type: "text/plain; charset=utf-8", body: lines({ ...complete, Surname: "ROWAN" }) };
const asPage = ({ body }: { body: string }) => ({ type: "text/html", body: `<pre>${body}</pre>` });
const base64 = (text: string): string => Buffer.from(text).toString("base64");
const encoded = (body: string): Buffer =>
  aMail({ headers: ["Content-Transfer-Encoding: base64"], body: `${body}\r\n` });
const inner = (body: string): string => aMail({ body }).toString();
const doubled = multipart("mixed", [report, other]).toString();

describe("a mail built to show one thing to one reader and another to the next", () => {
  it.each([
    ["a carriage return alone within a header", aReport({}, { headers: ["X-A: b\rFrom: x@evil.example"] })],
    ["two content types", aReport({}, { headers: ["Content-Type: text/html"] })],
    [
      "two transfer encodings",
      aReport({}, { headers: ["Content-Transfer-Encoding: 7bit", "Content-Transfer-Encoding: base64"] }),
    ],
    [
      "a boundary given in two ways",
      Buffer.from(doubled.replace('boundary="part"', "boundary=part; boundary*0=p; boundary*1=art")),
    ],
    [
      "base64 that goes on after its end",
      encoded(
        `${base64(`${lines(complete)} `.padEnd(200))}\r\n${base64(lines({ ...complete, Surname: "ROWAN" }))}`,
      ),
    ],
  ])("%s is malformed", async (_what, raw) => {
    const { result } = await read(raw);
    expect(result.status).toBe("quarantined");
    expect(result.reasons).toContain("malformed");
  });

  it.each([
    ["two plain texts", [report, other]],
    ["two pages", [asPage(other), asPage(report)]],
    ["a mail beside a text", [report, { type: "message/rfc822", body: inner(other.body) }]],
  ])("of %s to choose from a reader sees one", async (_what, parts) => {
    const { result } = await read(multipart("alternative", parts));
    expect(result.status).toBe("quarantined");
    expect(result.reasons).toContain("conflicting-values:body");
  });

  it("but the pages before and after a picture are one, as Apple's mail writes them", async () => {
    const mixed = multipart("mixed", [
      asPage(report),
      { type: "image/png; name=a.png", body: "x" },
      { type: "text/html", body: "<p>Sent from a phone</p>" },
    ]);
    const body = mixed
      .toString()
      .replace(/[\s\S]*?\r\n\r\n/, "")
      .replaceAll("--part", "--within");
    const raw = multipart("alternative", [report, { type: 'multipart/mixed; boundary="within"', body }]);
    expect(await reasonsOf(raw)).toEqual(["unreadable-attachment:a.png"]);
  });

  it("and a header said twice alike, or base64 in short lines, is no matter", async () => {
    const twice = aReport({}, { headers: ["Content-Type: text/plain; charset=utf-8"] });
    expect(await reasonsOf(twice)).toEqual([]);
    expect(await reasonsOf(encoded(base64(lines(complete)).replace(/(.{7})/g, "$1\r\n")))).toEqual([]);
  });
});

describe("mails within a mail", () => {
  it("are what a digest consists of", async () => {
    const raw = aMail({
      type: 'multipart/digest; boundary="part"',
      subject: "FW: reports",
      body: `--part\r\n\r\n${inner(report.body)}\r\n--part--\r\n`,
    });
    expect((await read(raw)).result).toMatchObject({ status: "accepted", reasons: [] });
  });

  it.each([
    ["an empty one", "message/rfc822", inner(""), []],
    ["words that are none", "message/rfc822; name=x.eml", "just words", ["unreadable-attachment:x.eml"]],
    ["a file only named like one", "application/pdf; name=x.eml", "%PDF", ["unreadable-attachment:x.eml"]],
  ])("%s beside a report takes nothing from it", async (_what, type, body, reasons) => {
    const { result } = await read(multipart("mixed", [report, { type, body }]));
    expect(result).toMatchObject({ status: "accepted", reasons });
  });

  it("an empty one alone is an empty mail", async () => {
    expect(await reasonsOf(multipart("mixed", [{ type: "message/rfc822", body: inner("") }]))).toContain(
      "empty",
    );
  });

  it("are opened up to fifty of them", async () => {
    const mails = (count: number) =>
      multipart(
        "mixed",
        Array.from({ length: count }, () => ({ type: "message/rfc822", body: inner(report.body) })),
      );
    expect(await reasonsOf(mails(50))).toEqual([]);
    expect(await reasonsOf(mails(51))).toEqual(["too-large"]);
  });
});

describe("what nobody but its addressee opens", () => {
  it.each([
    [
      {
        type: "text/html",
        body: "<pre>-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA\r\n-----END PGP MESSAGE-----</pre>",
      },
    ],
    [{ type: 'application/x-microsoft-rpmsg-message; name="message_v2.rpmsg"', body: "x" }],
    [{ type: 'application/octet-stream; name="smime.p7m"', body: "x" }],
  ])("%#", async (part) => {
    expect(await reasonsOf(multipart("mixed", [part]))).toContain("encrypted");
  });
});
