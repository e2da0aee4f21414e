import { describe, expect, it } from "vitest";
import { TransientError } from "../../../../functions/domain/errors.ts";
import { readDocumentApart } from "../../../../functions/reading/document-reader/read-apart.ts";
import { aDocx } from "../../../builders/docx.ts";
import { aPdf, printed } from "../../../builders/pdf.ts";
import { multipart } from "../mails.ts";
import { aMailWith, digestOf } from "./mails.ts";

const pdf = aPdf([{ texts: printed([["Surname", "ASHDOWN"]]) }]);
const docx = aDocx([{ rows: [["Surname", "ASHDOWN"]] }]);
const generous = { startMs: 60_000, timeMs: 60_000, heapMb: 300, memoryMb: 100_000 };
/** Small in the mail, slow to read and large once it is. */
const deep = aDocx([], `<a>${"<b>".repeat(3_000_000)}`);
const wide = aDocx([], `<a>${"<b/>".repeat(3_000_000)}</a>`);

const hidden = (mail: Buffer): Buffer =>
  multipart("mixed", [
    {
      type: "message/rfc822",
      body: mail.toString("latin1").replace('"part"', '"inner"').replaceAll("--part", "--inner"),
    },
  ]);

describe("reading a document of a raw mail in a process of its own", () => {
  it.each([
    ["a PDF file", aMailWith("report.pdf", pdf), pdf],
    ["a Word file", aMailWith("report.docx", docx), docx],
    ["a file in a mail attached to the mail", hidden(aMailWith("report.pdf", pdf)), pdf],
  ])("finds and reads %s by its digest", async (_what, mail, file) => {
    const read = await readDocumentApart(mail, digestOf(file), generous);
    expect(read).toMatchObject({ kind: "read", partial: false });
    expect(JSON.stringify(read)).toContain("ASHDOWN");
  });

  it("fails where the mail holds no such file: whoever asks has read another mail", async () => {
    const asking = readDocumentApart(aMailWith("report.pdf", pdf), digestOf(docx), generous);
    await expect(asking).rejects.toThrow("the mail holds no such document");
  });

  it.each([
    ["takes too long", "too-slow", { timeMs: 400 }, deep],
    ["grows too large", "too-large", { memoryMb: 20 }, deep],
    ["makes too many objects", "too-large", { heapMb: 60 }, wide],
  ])("a file that %s ends its process and is refused", async (_what, reason, limits, file) => {
    const read = readDocumentApart(aMailWith("report.docx", file), digestOf(file), {
      ...generous,
      ...limits,
    });
    expect(await read).toEqual({ kind: "refused", reason });
  });

  it("a process that does not start is no fault of the file's: the mail is tried again", async () => {
    const reading = readDocumentApart(aMailWith("report.pdf", pdf), digestOf(pdf), {
      ...generous,
      startMs: 1,
    });
    await expect(reading).rejects.toThrow(TransientError);
  });
});
