import { describe, expect, it } from "vitest";
import { type PdfPage, printed, ruled } from "../../../builders/pdf.ts";
import { rowsRead } from "./pdf-rows.ts";

const rowsOf = async (...pages: PdfPage[]): Promise<string[][]> => (await rowsRead(pages)).rows;

describe("a ruled table of a PDF file", () => {
  it("has in each cell what its lines enclose, whatever stands how high beside it", async () => {
    const table = ruled(
      [50, 110, 250],
      [
        { cells: ["COMPACT\nRef", "MP/26/004417"], height: 34 },
        { cells: ["School", "Left at noon\nby the back gate\nand was not seen"], height: 46 },
        { cells: ["Known As", ""], height: 20 },
        { cells: ["Circumstanc\nes", "CSE"], height: 34 },
      ],
    );
    expect(await rowsOf(table)).toEqual([
      ["COMPACT Ref", "MP/26/004417"],
      ["School", "Left at noon\nby the back gate\nand was not seen"],
      ["Known As", ""],
      ["Circumstances", "CSE"],
    ]);
  });

  it("does not divide a postcode where a line ran out of room, but an address where it did not", async () => {
    const table = ruled(
      [50, 150, 248],
      [{ cells: ["Home Address", "4 Elm St\nLeicester, LE99\n1ZZ"], height: 46 }],
    );
    expect(await rowsOf(table)).toEqual([["Home Address", "4 Elm St\nLeicester, LE99 1ZZ"]]);
  });

  it("is one by thin areas, too, as Word prints lines", async () => {
    const { texts } = ruled([50, 110, 250], [{ cells: ["COMPACT\nRef", "MP/26/004417"], height: 34 }]);
    const drawn =
      "50 779.5 200 .5 re 50 745.5 200 .5 re 50 746 .5 34 re 110 746 .5 34 re 249.5 746 .5 34 re f";
    expect(await rowsOf({ texts, drawn })).toEqual([["COMPACT Ref", "MP/26/004417"]]);
  });

  it("says for how many rows a merged cell stands", async () => {
    const texts = [
      { x: 55, y: 765, text: "MP/26/1" },
      { x: 55, y: 745, text: "MP/26/2" },
      { x: 155, y: 755, text: "High" },
    ];
    const sides = "50 780 m 50 740 l S 150 780 m 150 740 l S 250 780 m 250 740 l S";
    const drawn = `${sides} 50 780 m 250 780 l S 50 760 m 150 760 l S 50 740 m 250 740 l S`;
    const { written } = await rowsRead([{ texts, drawn }]);
    expect(written).toMatchObject([
      { cells: ["MP/26/1", "High"], spans: [1, 2] },
      { cells: ["MP/26/2"], isRuled: true },
    ]);
  });

  it("is none where lines only frame a form: its columns are told apart as elsewhere", async () => {
    const rows = ["COMPACT Ref", "Surname", "DOB"].map((label, n) => [label, `value ${n}`]);
    const drawn = "20 20 555 802 re S";
    expect(await rowsOf({ texts: printed(rows), drawn })).toEqual(rows);
  });
});

describe("columns without lines", () => {
  const four = [
    ["COMPACT Ref", "MP/26/004417", "Sex", "Female"],
    ["Known As", "", "Current Risk", "Medium"],
    ["DOB", "09/03/2011", "School", "Anytown High"],
    ["Surname", "ASHDOWN", "Ethnicity", ""],
  ];

  it("keep their place where one of them is empty", async () => {
    expect(await rowsOf({ texts: printed(four, [50, 140, 320, 420]) })).toEqual(four);
  });

  it("are not made up where a value only reaches far", async () => {
    const long = ["Circumstances", "Left the house after an argument and has not been seen since then"];
    const rows = [...four, long];
    expect(await rowsOf({ texts: printed(rows, [50, 140, 320, 420]) })).toEqual(rows);
  });

  it("keep a value together whose label stands beside the middle of it", async () => {
    const texts = [
      ...printed([
        ["Surname", "ASHDOWN"],
        ["DOB", "09/03/2011"],
      ]),
      ...["Left the house", "after tea and", "was not seen", "again"].map((text, n) => ({
        x: 200,
        y: 730 - n * 12,
        text,
      })),
      { x: 50, y: 712, text: "Circumstances" },
      { x: 50, y: 676, text: "School" },
      { x: 200, y: 676, text: "Anytown High" },
    ];
    expect((await rowsOf({ texts })).slice(2)).toEqual([
      ["Circumstances", expect.stringMatching(/^Left the house\safter tea and\swas not seen\sagain$/)],
      ["School", "Anytown High"],
    ]);
  });

  it("that are two forms side by side are read one after the other", async () => {
    const left = ["COMPACT Ref: MP/26/004417", "Surname: ASHDOWN", "DOB: 09/03/2011", "Sex: Female"];
    const right = ["Circumstances: left after", "an argument about it.", "Risk: High"];
    const rows = left.map((one, n) => [one, right[n] ?? ""]);
    expect(await rowsOf({ texts: printed([["MISSING PERSON REPORT"], ...rows], [40, 320]) })).toEqual(
      ["MISSING PERSON REPORT", ...left, ...right].map((line) => [line]),
    );
  });

  it("begin where other values do, even close behind a long label", async () => {
    const rows = [
      ["Surname", "ASHDOWN"],
      ["DOB", "09/03/2011"],
      ["Sex", "Female"],
      ["COMPACT Reference", "MP/26/004417"],
    ];
    expect(await rowsOf({ texts: printed(rows, [50, 155]) })).toEqual(rows);
  });
});

describe("a page that lies on its side", () => {
  it.each([90, 180, 270])("is read as a person would turn it: %i degrees", async (rotate) => {
    const rows = [
      ["Surname", "ASHDOWN"],
      ["DOB", "09/03/2011"],
    ];
    const { rows: read, partial } = await rowsRead([{ texts: printed(rows), rotate }]);
    expect({ read, partial }).toEqual({ read: rows, partial: false });
  });
});
