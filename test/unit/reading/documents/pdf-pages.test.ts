import { describe, expect, it } from "vitest";
import { type PdfPage, printed, ruled } from "../../../builders/pdf.ts";
import { rowsRead } from "./pdf-rows.ts";

const rowsOf = async (...pages: PdfPage[]): Promise<string[][]> => (await rowsRead(pages)).rows;
const child = (n: number): string[] => [`MP/26/${1_000 + n}`, "Barker", "09/03/2011"];
const columns = [50, 200, 350];
const header = ["Ref", "Surname", "DOB"];
const footer = (n: number) => [
  { x: 50, y: 25, text: `Page ${n} of 2`, size: 8 },
  { x: 400, y: 25, text: "Form 584", size: 8 },
];

describe("the pages of a PDF file", () => {
  const first = [header, ...Array.from({ length: 38 }, (_, n) => child(n))];
  const second = [child(38), child(39)];

  it("hold one table where it goes on over the break", async () => {
    const pages = [{ texts: printed(first, columns) }, { texts: printed(second, columns) }];
    const { blocks, rows } = await rowsRead(pages);
    expect(rows).toEqual([...first, ...second]);
    expect(new Set(blocks.map(({ kind }) => kind))).toEqual(new Set(["row"]));
  });

  it("have what is in their margins once, before the text, and without numbers", async () => {
    const pages = [first, second].map((rows, n) => ({
      texts: [...printed(rows, columns), ...footer(n + 1), { x: 50, y: 815, text: "Restricted" }],
    }));
    expect(await rowsOf(...pages)).toEqual([["Restricted"], ["Form 584"], ...first, ...second]);
  });

  it("keep what stands at the top of one page only, though another has the like", async () => {
    const pages = ["MP/26/1001", "MP/26/1002"].map((ref) => ({
      texts: [{ x: 50, y: 800, text: `COMPACT Ref: ${ref}` }, ...printed([["DOB", "09/03/2011"]])],
    }));
    expect(await rowsOf(...pages)).toEqual([
      ["COMPACT Ref: MP/26/1001"],
      ["DOB", "09/03/2011"],
      ["COMPACT Ref: MP/26/1002"],
      ["DOB", "09/03/2011"],
    ]);
  });

  it("keep a sentence together that goes on over the break", async () => {
    const line = (y: number, text: string) => ({ x: 50, y, text });
    const pages = [
      { texts: [line(780, "Report"), line(100, "Circumstances: left the house"), ...footer(1)] },
      { texts: [line(780, "after tea."), line(766, "Known As: El"), ...footer(2)] },
    ];
    const { blocks } = await rowsRead(pages);
    const lines = ["Circumstances: left the house", "after tea.", "Known As: El"];
    expect(blocks.slice(-3)).toEqual(lines.map((text) => ({ kind: "line", text })));
  });

  it("do not run a text into a heading on the next page, nor one that ended early", async () => {
    const ended = { texts: [{ x: 50, y: 500, text: "Circumstances: left the house." }] };
    const full = { texts: [{ x: 50, y: 100, text: "Circumstances: left the house." }] };
    const next = (text: string): PdfPage => ({ texts: [{ x: 50, y: 760, text }] });
    const divided = ["line", "gap", "line"];
    for (const pages of [
      [ended, next("Officer notes")],
      [full, next("MISSING PERSON REPORT")],
    ])
      expect((await rowsRead(pages)).blocks.map(({ kind }) => kind)).toEqual(divided);
  });

  it("hold one cell where its table's lines close at the foot of a page and open on the next", async () => {
    const table = [50, 150, 400];
    const top = ruled(table, [{ cells: ["Circumstances", "She left"], height: 40 }], { top: 160 });
    const rest = ruled(table, [
      { cells: ["", "after tea."], height: 20 },
      { cells: ["School", ""], height: 20 },
    ]);
    expect(await rowsOf(top, rest)).toEqual([
      ["Circumstances", "She left after tea."],
      ["School", ""],
    ]);
  });
});
