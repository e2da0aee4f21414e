import { describe, expect, it } from "vitest";
import { type PdfPage, printed } from "../../builders/pdf.ts";
import { rowsRead } from "./pdf-rows.ts";

const rowsOf = async (...pages: PdfPage[]): Promise<string[][]> => (await rowsRead(pages)).rows;

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
