import { describe, expect, it } from "vitest";
import { type PdfText, printed } from "../../../builders/pdf.ts";
import { rowsRead } from "./pdf-rows.ts";

const y = 700;
const at = (x: number, text: string): PdfText => ({ x, y, text });
const annotation = (rest: string, x: number, width = 12): string =>
  `<</Type/Annot/Rect[${x} ${y - 3} ${x + width} ${y + 9}]/F 4${rest}>>`;
const appearance = "/AP<</N<</On 4 0 R/Off 4 0 R>>>>";
const checkBox = (x: number, state: "On" | "Off"): string =>
  annotation(`/Subtype/Widget/FT/Btn/T(c${x})/V/${state}/AS/${state}${appearance}`, x);
const radio = (x: number, state: "On" | "Off"): string =>
  annotation(`/Subtype/Widget/FT/Btn/Ff 32768/T(r${x})/V/${state}/AS/${state}${appearance}`, x);
const rowOf = async (texts: PdfText[], annotations: string[]): Promise<string[] | undefined> =>
  (await rowsRead([{ texts, annotations }])).rows[0];

describe("a form of a PDF file", () => {
  it.each([
    ["check boxes", checkBox],
    ["radio buttons", radio],
  ])("has %s as marks before their labels, all those of a question in one value", async (_which, box) => {
    const texts = [at(50, "Current Risk:"), at(220, "High"), at(300, "Medium"), at(400, "Low")];
    const boxes = [box(205, "Off"), box(285, "On"), box(385, "Off")];
    expect(await rowOf(texts, boxes)).toEqual(["Current Risk:", "☐ High ☒ Medium ☐ Low"]);
  });

  it("has marks behind their labels where they stand behind them", async () => {
    const texts = [at(50, "Looked After:"), at(200, "Yes"), at(290, "No")];
    expect(await rowOf(texts, [checkBox(222, "Off"), checkBox(320, "On")])).toEqual([
      "Looked After:",
      "Yes ☐ No ☒",
    ]);
  });

  it("keeps a mark alone in its column", async () => {
    const texts = [at(50, "CSE"), at(350, "County Lines")];
    expect(await rowOf(texts, [checkBox(200, "On"), checkBox(500, "Off")])).toEqual([
      "CSE",
      "☒",
      "County Lines",
      "☐",
    ]);
  });

  it("has what somebody typed over the page", async () => {
    const note = annotation("/Subtype/FreeText/DA(/Helv 10 Tf)/Contents(Medium)", 200, 100);
    expect(await rowOf([at(50, "Current Risk")], [note])).toEqual(["Current Risk", "Medium"]);
  });
});

describe("a page that can't be read whole", () => {
  const rows = [
    ["Surname", "ASHDOWN"],
    ["DOB", "09/03/2011"],
  ];
  const page = { texts: printed(rows) };

  it.each([
    ["a picture with the number of its page", { picture: true, texts: [at(250, "Page 2 of 2")] }, true],
    [
      "a picture behind a whole text",
      { picture: true, texts: printed(Array(30).fill(["Surname", "ASHDOWN"])) },
      false,
    ],
    ["a small picture", { drawn: "q 90 0 0 60 50 760 cm /I1 Do Q", texts: printed(rows) }, false],
  ])("is %s: %j", async (_what, second, partial) => {
    expect((await rowsRead([page, second])).partial).toBe(partial);
  });

  it("is one in a font that doesn't tell its letters: they are no value, nor is what stands below", async () => {
    const texts = printed([
      ["Known As", ""],
      ["School", "Anytown High"],
    ]);
    const unmapped = { x: 200, y: 780, text: "\u0000A\u0000B", unmapped: true };
    expect(await rowsRead([{ texts: [...texts, unmapped] }])).toMatchObject({
      partial: true,
      rows: [
        ["Known As", ""],
        ["School", "Anytown High"],
      ],
    });
  });
});
