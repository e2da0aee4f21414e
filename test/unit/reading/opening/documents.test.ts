import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { DocumentText } from "../../../../functions/reading/compact/document-text.ts";
import { htmlBlocks } from "../../../../functions/reading/mail-reader/html-blocks.ts";
import { readWithDocuments } from "../../../../functions/reading/parse-compact.ts";
import { unhurried } from "../../../../functions/reading/reading-worker.ts";
import { anAttachment } from "../../../builders/attachment.ts";
import { aMail, complete, lines, multipart, read } from "../mails.ts";

const file = Buffer.from("the bytes of a document, whatever they are");
const digest = createHash("sha256").update(file).digest("hex");
const pdf = anAttachment("report.pdf", file, "application/pdf");
const seeAttached = { type: "text/plain", body: "Please see attached.\r\n" };
const readable = { type: "text/plain", body: lines(complete) };
const attached = multipart("mixed", [seeAttached, pdf]);
const beside = multipart("mixed", [readable, pdf]);

const html = (content: string, partial = false): DocumentText => ({
  kind: "read",
  ...htmlBlocks(content),
  partial,
});
const text = (content: string): DocumentText => html(`<pre>${content}</pre>`);
const documents = (said: DocumentText) => ({ documents: { [digest]: said } });

const cells = Object.entries(complete)
  .map(([label, value]) => `<tr><td><p>${label}</p></td><td><p>${value}</p></td></tr>`)
  .join("");
const others = { ...complete, "COMPACT Ref": "MP/26/004418", Surname: "ROWAN", DOB: "01/02/2012" };

describe("the text of an attached document", () => {
  it.each([
    ["lines", text(lines(complete))],
    ["a table", html(`<h1>Missing Person Report</h1><table>${cells}</table>`)],
  ])("in %s is read like a body, and the fields say where they stood", async (_form, said) => {
    const { result, mail } = await read(attached, documents(said));
    expect(result).toMatchObject({ status: "accepted", reasons: [] });
    expect(result.compacts[0]?.child).toMatchObject({ surname: "ASHDOWN", dateOfBirth: "2011-03-09" });
    expect(result.compacts[0]?.provenance.surname).toEqual({
      source: "attachment:report.pdf",
      label: "Surname",
      raw: "ASHDOWN",
    });
    expect(mail.documents).toBeUndefined();
  });

  it("is read inside a mail attached to the mail, too", async () => {
    const body = attached.toString("latin1").replace('"part"', '"inner"').replaceAll("--part", "--inner");
    const outer = multipart("mixed", [seeAttached, { type: "message/rfc822", body }]);
    expect((await read(outer)).mail.documents).toEqual([digest]);
    expect((await read(outer, documents(text(lines(complete))))).result.status).toBe("accepted");
  });

  it("reports as many children as it names, whatever reference the subject has", async () => {
    const two = text(`${lines(complete)}\r\n${lines(others)}`);
    const subject = "Missing Person Report MP/26/004417";
    const { result } = await read(multipart("mixed", [seeAttached, pdf], { subject }), documents(two));
    expect(result.compacts.map(({ reference }) => reference)).toEqual(["MP/26/004417", "MP/26/004418"]);
    expect(result.reasons).toEqual([]);
  });

  it("may not contradict the body", async () => {
    const { result } = await read(beside, documents(text(lines({ ...complete, DOB: "10/03/2011" }))));
    expect(result).toMatchObject({ status: "quarantined", reasons: ["conflicting-values:dateOfBirth"] });
  });

  it.each([
    ["in the body", "FOUND REPORT\r\n\r\nPlease see attached.", "For your information"],
    ["in the subject", "Please see attached.", "Found Report MP/26/004417"],
    ["in both", "FOUND REPORT\r\n\r\nPlease see attached.", "Found Report MP/26/004417"],
  ])("may not be of another kind than the mail around it says %s", async (_where, body, subject) => {
    const raw = multipart("mixed", [{ type: "text/plain", body }, pdf], { subject });
    const { result } = await read(raw, documents(text(lines(complete))));
    expect(result).toMatchObject({ status: "quarantined", reasons: ["conflicting-values:kind"] });
  });

  it("tells of what Word hides", async () => {
    const hidden = html(`<table>${cells}</table><p hidden>found safe</p><h1>Missing Person Report</h1>`);
    expect((await read(attached, documents(hidden))).result.unrecognised).toEqual([
      { label: "hidden text", value: "found safe" },
    ]);
  });
});

describe("an attached document nobody can read", () => {
  const partial: DocumentText = html("Page 1 of 2", true);

  it.each([
    ["not read yet", {}, "unreadable-attachment:report.pdf"],
    ["a scan", documents({ kind: "refused", reason: "no-text" }), "unreadable-attachment:report.pdf"],
    ["damaged", documents({ kind: "refused", reason: "damaged" }), "unreadable-attachment:report.pdf"],
    ["too large", documents({ kind: "refused", reason: "too-large" }), "unreadable-attachment:report.pdf"],
    ["too slow", documents({ kind: "refused", reason: "too-slow" }), "unreadable-attachment:report.pdf"],
    ["a scan but for a page", documents(partial), "unreadable-attachment:report.pdf"],
    ["locked", documents({ kind: "refused", reason: "encrypted" }), "encrypted"],
  ])("(%s) quarantines a mail that says nothing else", async (_what, options, reason) => {
    const { result } = await read(attached, options);
    expect(result.status).toBe("quarantined");
    expect(result.reasons).toContain(reason);
    expect(result.reasons).toContain("no-surname");
  });

  it("only flags a mail whose body can be read, unless it is locked", async () => {
    const scan = await read(beside, documents({ kind: "refused", reason: "no-text" }));
    expect(scan.result).toMatchObject({ status: "accepted", reasons: ["unreadable-attachment:report.pdf"] });
    const locked = await read(beside, documents({ kind: "refused", reason: "encrypted" }));
    expect(locked.result).toMatchObject({ status: "quarantined", reasons: ["encrypted"] });
  });
});

describe("reading a mail with its documents", () => {
  const asking = async (raw: Uint8Array, options: Parameters<typeof readWithDocuments>[1] = {}) => {
    const asked: string[] = [];
    const answer = async (one: string) => {
      asked.push(one);
      return text(lines(complete));
    };
    const reading = await readWithDocuments(raw, options, answer, unhurried);
    return { asked, ...reading };
  };

  it("asks for each file once, by its digest and not by its name", async () => {
    const { asked, result } = await asking(multipart("mixed", [seeAttached, pdf, pdf]));
    expect(asked).toEqual([digest]);
    expect(result.status).toBe("accepted");
  });

  it("asks nobody about a mail without documents", async () => {
    const text = anAttachment("notes.txt", Buffer.from("no report"), "text/plain");
    expect((await asking(aMail({ body: lines(complete) }))).asked).toEqual([]);
    expect((await asking(multipart("mixed", [readable, text]))).asked).toEqual([]);
  });

  it("opens nothing that carries a virus, and no machine's answer", async () => {
    const virus = await asking(attached, { receipt: { virusVerdict: { status: "FAIL" } } });
    expect(virus.asked).toEqual([]);
    expect(virus.result.reasons).toEqual(
      expect.arrayContaining(["virus", "unreadable-attachment:report.pdf"]),
    );
    const headers = ["Auto-Submitted: auto-replied"];
    expect((await asking(multipart("mixed", [seeAttached, pdf], { headers }))).asked).toEqual([]);
  });

  it("opens five at most and says that the others were not read", async () => {
    const files = Array.from({ length: 7 }, (_, n) =>
      anAttachment(`${n}.pdf`, Buffer.from([n]), "application/pdf"),
    );
    const { asked, result } = await asking(multipart("mixed", [seeAttached, ...files]));
    expect(asked).toHaveLength(5);
    expect(result.reasons).toEqual(["unreadable-attachment:5.pdf", "unreadable-attachment:6.pdf"]);
  });

  it("fails where the reader of documents does, so that the mail is tried again", async () => {
    const outOfOrder = () => Promise.reject(new Error("out of order"));
    const broken = readWithDocuments(attached, {}, outOfOrder, unhurried);
    await expect(broken).rejects.toThrow("out of order");
  });
});
