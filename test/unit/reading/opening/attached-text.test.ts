import { describe, expect, it } from "vitest";
import { anAttachment } from "../../../builders/attachment.ts";
import { complete, lines, multipart, read } from "../mails.ts";

const covering = { type: "text/plain", body: "Please see attached.\r\n" };
const report = lines({ ...complete, Surname: "O’NEILL" });
const page = (head: string): string => `<html>${head}<pre>${report}</pre></html>`;
const windows = (text: string): Buffer => Buffer.from(text.replaceAll("’", "\u0092"), "latin1");

describe("a text attached to a mail", () => {
  it.each([
    ["UTF-8 that declares nothing", "report.txt", Buffer.from(report), "text/plain"],
    ["what Windows writes, undeclared", "report.txt", windows(report), "text/plain"],
    ["what Windows writes, declared UTF-8", "report.txt", windows(report), "text/plain; charset=utf-8"],
    ["UTF-8 declared as ASCII", "report.txt", Buffer.from(report), "text/plain; charset=us-ascii"],
    ["a charset its part declares", "report.txt", windows(report), "text/plain; charset=windows-1252"],
    ["a charset nobody knows", "report.txt", windows(report), "text/plain; charset=x-unknown"],
    ["UTF-16 by its first bytes", "report.txt", Buffer.from(`\ufeff${report}`, "utf16le"), "text/plain"],
    [
      "a charset the page declares",
      "report.html",
      windows(page('<meta charset="windows-1252">')),
      "text/html",
    ],
    [
      "a charset the page declares as older pages do",
      "report.html",
      windows(page('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">')),
      "text/html",
    ],
  ])("is read in %s", async (_what, name, content, type) => {
    const { result } = await read(multipart("mixed", [covering, anAttachment(name, content, type)]));
    expect(result).toMatchObject({ status: "accepted", compacts: [{ child: { surname: "O’NEILL" } }] });
  });
});
