import { describe, expect, it } from "vitest";
import { readDocumentHere } from "../../../../functions/reading/document-reader/read-document.ts";
import { aDocx, documentXml } from "../../../builders/docx.ts";
import { aZip } from "../../../builders/zip.ts";
import { complete, read } from "../mails.ts";
import { aMailWith, digestOf } from "./mails.ts";

const rows = Object.entries(complete);
const report = aDocx(["MISSING PERSON REPORT", { rows }, "OFFICIAL-SENSITIVE"]);

const refused = (reason: string) => ({ kind: "refused", reason });
const megabytes = (count: number): Buffer => Buffer.alloc(count * 1_000_000, " ");

describe("a Word file", () => {
  it.each([
    ["a table", [{ rows }]],
    [
      "a table of four columns",
      [{ rows: [0, 2].map((n) => [...(rows[n] ?? []), ...(rows[n + 1] ?? [])]) }, { rows: rows.slice(4) }],
    ],
    ["lines", rows.map(([label, value]) => `${label}: ${value}`)],
    ["a value below its label", rows.flat()],
  ])("with %s is read like a mail with it", async (_layout, parts) => {
    const file = aDocx(["MISSING PERSON REPORT", ...parts]);
    const { result } = await read(aMailWith("report.docx", file), {
      documents: { [digestOf(file)]: await readDocumentHere(file) },
    });
    expect(result).toMatchObject({ status: "accepted", reasons: [] });
    expect(result.compacts[0]).toMatchObject({
      reference: "MP/26/004417",
      child: { surname: "ASHDOWN", forenames: "Ellie May", dateOfBirth: "2011-03-09" },
      missingSince: "2026-11-14T21:30:00+00:00",
      provenance: { dateOfBirth: { source: "attachment:report.docx", label: "DOB", raw: "09/03/2011" } },
    });
  });

  it("keeps the lines of a cell apart, and marks what Word hides as hidden", async () => {
    const file = aDocx([{ rows: [["Home Address", "4 Elm Street\nLeicester"]] }, { hidden: "Returned" }]);
    const said = await readDocumentHere(file);
    expect(said).toMatchObject({ kind: "read", partial: false });
    const documents = { [digestOf(file)]: said };
    const { result } = await read(aMailWith("report.docx", file), { documents });
    expect(result.unrecognised).toEqual([{ label: "hidden text", value: "Returned" }]);
    expect(JSON.stringify(said)).toMatch(/4 Elm Street\\nLeicester/);
  });

  it.each([
    ["without any text is refused", aDocx([""]), refused("no-text")],
    ["that was cut short is refused", report.subarray(0, report.length - 40), refused("damaged")],
    ["whose words are no XML is refused", aDocx([], "<w:document>"), refused("damaged")],
    ["that is another archive is refused", aZip({ "photo.txt": "a photograph" }), refused("damaged")],
    ["that is no archive is refused", Buffer.from("a letter"), refused("damaged")],
    [
      "locked in its archive is refused",
      aZip({ "word/document.xml": "x" }, { flags: 1 }),
      refused("encrypted"),
    ],
    [
      "locked by Word is refused",
      Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("EncryptedPackage", "utf16le")]),
      refused("encrypted"),
    ],
    ["longer than any report is refused", aDocx(["word ".repeat(120_000)]), refused("too-large")],
    ["that unpacks to far more than it should is refused", aDocx([], megabytes(60)), refused("too-large")],
  ])("%s", async (_what, file, expected) => {
    expect(await readDocumentHere(file)).toEqual(expected);
  });

  it("that lies about what it unpacks to is unpacked no further than the limit", async () => {
    const bomb = aZip(
      {
        "_rels/.rels": "<Relationships/>",
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": megabytes(60),
      },
      { saysSize: 10 },
    );
    expect(await readDocumentHere(bomb)).toEqual(refused("too-large"));
  });

  it("with two entries of one name is refused: two readers may take another one each", async () => {
    const twice = aZip({ "word/document.xml": documentXml(["a"]), "word/document.xmm": documentXml(["b"]) });
    const renamed = Buffer.from(
      twice.toString("latin1").replaceAll("document.xmm", "document.xml"),
      "latin1",
    );
    expect(await readDocumentHere(renamed)).toEqual(refused("damaged"));
  });
});
