import { describe, expect, it } from "vitest";
import { readDocumentHere } from "../../../../functions/reading/document-reader/read-document.ts";
import { aDocx, aDocxWithMargins } from "../../../builders/docx.ts";
import { complete, read } from "../mails.ts";
import { aMailWith, digestOf } from "./mails.ts";

const htmlOf = async (file: Buffer): Promise<string> => {
  const said = await readDocumentHere(file);
  if (said.kind === "refused") return said.reason;
  return "html" in said ? said.html : "not HTML";
};
const words = (html: string): string =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

const text = (said: string): string => `<w:r><w:t xml:space="preserve">${said}</w:t></w:r>`;
const ofParagraph = async (content: string): Promise<string> =>
  htmlOf(aDocx([{ xml: `<w:p>${content}</w:p>` }]));
const control = (properties: string, said: string): string =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${text(said)}</w:sdtContent></w:sdt>`;
const box = (checked: 0 | 1): string =>
  control(`<w14:checkbox><w14:checked w14:val="${checked}"/></w14:checkbox>`, checked ? "☒" : "☐");
const field = (checked: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>${checked}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const symbol = (font: string, char: string): string =>
  `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
const wingdings = (letter: string): string =>
  `<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>${letter}</w:t></w:r>`;

describe("a tick box of Word", () => {
  it.each([
    ["a content control", box(0), box(1)],
    ["a field of an older form", field('<w:default w:val="0"/>'), field("<w:checked/>")],
    ["a symbol of Wingdings", symbol("Wingdings", "F0A8"), symbol("Wingdings", "F0FE")],
    ["a tick beside an empty box", symbol("Wingdings", "F06F"), symbol("Wingdings", "F0FC")],
    ["a symbol of Wingdings 2", symbol("Wingdings 2", "F0A3"), symbol("Wingdings 2", "F052")],
    ["a symbol of a font with letters", symbol("MS Gothic", "2610"), symbol("MS Gothic", "2612")],
    ["a letter in Wingdings", wingdings("\u00a8"), wingdings("\u00fe")],
    ["a character", text("\u25a1"), text("\u2611\ufe0f")],
  ])("is one mark, where it stands: %s", async (_form, clear, ticked) => {
    const said = await ofParagraph(`${text("Looked After: ")}${clear}${text("Yes")}${ticked}${text("No")}`);
    expect(words(said)).toBe("Looked After: ☐ Yes☒ No");
  });

  it("is told from other pictures of its font, which say nothing", async () => {
    expect(words(await ofParagraph(`${wingdings("\u00d8")}${text("Surname")}`))).toBe("Surname");
  });
});

describe("what a Word form shows", () => {
  it.each([
    "Click or tap here to enter text.",
    "Choose an item.",
    "Click or tap to enter a date.",
    "Enter name",
  ])("is nothing where nobody filled it in: %s", async (prompt) => {
    const said = await ofParagraph(`${text("School: ")}${control("<w:showingPlcHdr/><w:text/>", prompt)}`);
    expect(words(said)).toBe("School:");
  });

  it("is nothing where the prompt is all that is left of a control", async () => {
    expect(words(await ofParagraph(text("School: Click or tap here to enter text.")))).toBe("School:");
  });

  it("is not lost where a program filled it in and left it marked as not filled in", async () => {
    const file = aDocx([
      ...Object.entries(complete).map(([label, value]) => `${label}: ${value}`),
      { xml: `<w:p>${text("School: ")}${control("<w:showingPlcHdr/>", "Anytown High")}</w:p>` },
    ]);
    const documents = { [digestOf(file)]: await readDocumentHere(file) };
    const { result } = await read(aMailWith("report.docx", file), { documents });
    expect(result.compacts[0]?.child.school).toBeUndefined();
    expect(result.unrecognised).toContainEqual({ label: "hidden text", value: "Anytown High" });
  });

  it("is what stands in a filled-in control, and in a control around one that is not", async () => {
    const inner = control("<w:showingPlcHdr/>", "Choose an item.");
    const outer = `<w:sdt><w:sdtPr/><w:sdtContent>${text("Anytown ")}${inner}${text("High")}</w:sdtContent></w:sdt>`;
    expect(words(await ofParagraph(outer))).toBe("Anytown High");
  });

  it("is what a simple field gives, and a hyphen where a line may not end", async () => {
    const simple = `<w:fldSimple w:instr="DOCPROPERTY x">${text("Medium")}</w:fldSimple><w:fldSimple w:instr="y"/>`;
    const hyphens = "<w:r><w:t>MP</w:t><w:noBreakHyphen/><w:t>26\u2010004\u00ad417</w:t></w:r>";
    expect(words(await ofParagraph(`${simple}${text(" ")}${hyphens}`))).toBe("Medium MP-26-004417");
  });

  it.each(["strike", "dstrike"])("is struck out where Word strikes it out: %s", async (line) => {
    const struck = `<w:r><w:rPr><w:${line}/></w:rPr><w:t xml:space="preserve">Low </w:t></w:r>`;
    expect(await ofParagraph(`${struck}${text("High")}`)).toBe("<p><s>Low </s>High</p>");
  });

  it("says of a cell merged downwards for how many rows it holds", async () => {
    const cell = (merge: string, said: string): string =>
      `<w:tc><w:tcPr>${merge}</w:tcPr><w:p>${said && text(said)}</w:p></w:tc>`;
    const row = (first: string, merged: string): string => `<w:tr>${cell("", first)}${merged}</w:tr>`;
    const table = `<w:tbl>${row("a", cell('<w:vMerge w:val="restart"/>', "High"))}${row("b", cell("<w:vMerge/>", ""))}</w:tbl>`;
    expect(await htmlOf(aDocx([{ xml: table }]))).toContain('<td rowspan="2"><p>High</p></td>');
  });
});

describe("the margins of a Word file", () => {
  const header = { type: "default", says: "Current Risk: High" } as const;
  const footer = { type: "default", says: "OIC: PC 4471 Rowan" } as const;
  const page = { type: "first", says: "Page 1 of 2" } as const;
  const form = { type: "even", says: "Form 584, version 2" } as const;
  const only = (type: "first" | "even") => ({ type, says: `${type} pages` });

  it("are lines of their own, and no part of the value they stand beside", async () => {
    const body = [
      "MISSING PERSON REPORT",
      ...Object.entries(complete).map(([label, value]) => `${label}: ${value}`),
      "Circumstances: Left by a window.",
    ];
    const file = aDocxWithMargins(
      body,
      { header: [header], footer: [footer, page, form] },
      { section: "<w:titlePg/>", settings: "<w:evenAndOddHeaders/>" },
    );
    const documents = { [digestOf(file)]: await readDocumentHere(file) };
    const { result } = await read(aMailWith("report.docx", file), { documents });
    expect(result).toMatchObject({
      status: "accepted",
      compacts: [
        {
          risk: "high",
          circumstances: "Left by a window.",
          officer: { name: "PC Rowan", collarNumber: "4471" },
        },
      ],
    });
  });

  it.each([
    ["not at all", "", "body"],
    ["on a first page of its own", "<w:titlePg/>", "first pages body"],
  ])("are read where Word prints them: %s", async (_where, section, expected) => {
    const header = [only("first"), only("even")];
    expect(words(await htmlOf(aDocxWithMargins(["body"], { header }, { section })))).toBe(expected);
  });
});
