import { describe, expect, it } from "vitest";
import type { Block } from "../../../../functions/reading/compact/document.ts";
import { readDocumentHere } from "../../../../functions/reading/document-reader/read-document.ts";
import { htmlBlocks } from "../../../../functions/reading/mail-reader/html-blocks.ts";
import { aDocx, aDocxWithMargins } from "../../../builders/docx.ts";
import { complete, read } from "../mails.ts";
import { aMailWith, digestOf } from "./mails.ts";

const blocksOf = async (file: Buffer): Promise<Block[]> => {
  const said = await readDocumentHere(file);
  if (said.kind === "refused") throw new Error(said.reason);
  return said.blocks;
};
const words = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => (block.kind === "line" ? block.text : ""))
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();

const text = (said: string): string => `<w:r><w:t xml:space="preserve">${said}</w:t></w:r>`;
const ofParagraph = (content: string): Promise<Block[]> =>
  blocksOf(aDocx([{ xml: `<w:p>${content}</w:p>` }]));
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
    const said = await readDocumentHere(aDocx([{ xml: `<w:p>${struck}${text("High")}</w:p>` }]));
    expect(said).toMatchObject({ blocks: [{ kind: "line", text: "High" }, { kind: "gap" }], hidden: "Low" });
  });

  it("says of a cell merged downwards for how many rows it holds", async () => {
    const cell = (merge: string, said: string): string =>
      `<w:tc><w:tcPr>${merge}</w:tcPr><w:p>${said && text(said)}</w:p></w:tc>`;
    const row = (first: string, merged: string): string => `<w:tr>${cell("", first)}${merged}</w:tr>`;
    const table = `<w:tbl>${row("a", cell('<w:vMerge w:val="restart"/>', "High"))}${row("b", cell("<w:vMerge/>", ""))}</w:tbl>`;
    expect((await blocksOf(aDocx([{ xml: table }]))).filter(({ kind }) => kind === "row")).toEqual([
      { kind: "row", cells: ["a", "High"] },
      { kind: "row", cells: ["b", "High"] },
    ]);
  });
});

describe("a Word file", () => {
  const line = (said: string) => ({ kind: "line", text: said });
  const gap = { kind: "gap" };
  const bold = (said: string): string =>
    `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${said}</w:t></w:r>`;

  it("answers the lines, rows and gaps that a mail's page answers", async () => {
    const cell = (said: string): string => `<w:tc><w:p>${text(said)}</w:p></w:tc>`;
    const head = `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell("Surname")}${cell("DOB")}</w:tr>`;
    const xml = [
      `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${text("Report")}</w:p>`,
      `<w:p>${bold("Risk: ")}${text("High")}<w:r><w:br/></w:r>${text("Age: 15")}</w:p>`,
      `<w:tbl>${head}<w:tr>${cell("ASHDOWN")}${cell("09/03/2011")}</w:tr></w:tbl>`,
    ];
    const html =
      "<h1>Report</h1><p><b>Risk: </b>High<br>Age: 15</p><table><thead><tr><th>Surname</th><th>DOB</th></tr></thead><tr><td><p>ASHDOWN</p></td><td><p>09/03/2011</p></td></tr></table>";
    const blocks = await blocksOf(aDocx([{ xml: xml.join("") }]));
    expect(blocks).toEqual(htmlBlocks(html).blocks);
    expect(blocks).toContainEqual({ kind: "row", cells: ["Surname", "DOB"], heads: true });
    expect(blocks).toContainEqual({
      ...line("Risk: High"),
      runs: [
        { text: "Risk: ", bold: true },
        { text: "High", bold: false },
      ],
    });
  });

  it("keeps apart what tabs set in columns", async () => {
    const tab = "<w:r><w:tab/></w:r>";
    const said = await ofParagraph([text("Surname:"), text("ASHDOWN"), text("Age:"), text("15")].join(tab));
    expect(said).toEqual([line("Surname:  ASHDOWN  Age:  15"), gap]);
  });

  it("loses no prompt, tick or word that Word set in several runs", async () => {
    const runs = [text("School: Click or tap here "), text("to enter text."), text(" Lo"), text("w")].join(
      "",
    );
    expect(words(await ofParagraph(runs))).toBe("School: Low");
  });

  it("says so where its letters are seen in another order than they are written in", async () => {
    const said = await readDocumentHere(aDocx(["Surname: \u202eNWODHSA"]));
    expect(said).toMatchObject({ blocks: [line("Surname: NWODHSA"), gap], turnsLetters: true });
    expect(await readDocumentHere(aDocx(["Surname: ASHDOWN"]))).toMatchObject({ turnsLetters: false });
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
    expect(words(await blocksOf(aDocxWithMargins(["body"], { header }, { section })))).toBe(expected);
  });
});
