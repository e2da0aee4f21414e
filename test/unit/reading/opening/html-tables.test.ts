import { describe, expect, it } from "vitest";
import { htmlBlocks } from "../../../../functions/reading/mail-reader/html-blocks.ts";
import { blocksOf, rowsOf, table } from "../html.ts";

describe("the columns of a table", () => {
  const header = "<th>Ref</th><th>Surname</th><th>DOB</th>";

  it("have, row by row, the cell that reaches over them from above", () => {
    expect(
      blocksOf(
        "<td rowspan=2>14/11/2026</td><td>LAKE</td><td>Amy</td>",
        "<td>MARSH</td><td>Ben</td>",
        "<td>15/11/2026</td><td>POOL</td><td>Cy</td>",
      ),
    ).toEqual([
      { kind: "row", cells: ["14/11/2026", "LAKE", "Amy"] },
      { kind: "row", cells: ["14/11/2026", "MARSH", "Ben"], carried: 1 },
      { kind: "row", cells: ["15/11/2026", "POOL", "Cy"] },
    ]);
  });

  it("are counted where such a cell stands between others, or at the end", () => {
    expect(
      rowsOf(table(header, "<td>1</td><td rowspan=2>LAKE</td><td rowspan=2>01/02</td>", "<td>2</td>")),
    ).toEqual([
      ["Ref", "Surname", "DOB"],
      ["1", "LAKE", "01/02"],
      ["2", "LAKE", "01/02"],
    ]);
    expect(
      rowsOf(table(header, "<td>1</td><td rowspan=2>LAKE</td><td>01/02</td>", "<td>2</td><td>03/04</td>")).at(
        -1,
      ),
    ).toEqual(["2", "LAKE", "03/04"]);
  });

  it("make a row of the single cell beside a side heading", () => {
    expect(
      blocksOf("<td rowspan=3>Missing From</td><td>Oak Lodge</td>", "<td>Mill Lane</td>", "<td>NM1 4ZZ</td>"),
    ).toEqual([
      { kind: "row", cells: ["Missing From", "Oak Lodge"] },
      { kind: "row", cells: ["Missing From", "Mill Lane"], carried: 1 },
      { kind: "row", cells: ["Missing From", "NM1 4ZZ"], carried: 1 },
    ]);
  });

  it("are counted over a row that has no cell of its own", () => {
    expect(rowsOf(table("<td rowspan=2>A</td><td rowspan=2>1</td>", "", "<td>B</td><td>2</td>"))).toEqual([
      ["A", "1"],
      ["B", "2"],
    ]);
  });

  it("have a cell over several of them in the first, where other rows have more", () => {
    expect(rowsOf(table(header, "<td>1</td><td colspan=2>LAKE, not yet dated</td>"))).toEqual([
      ["Ref", "Surname", "DOB"],
      ["1", "LAKE, not yet dated", ""],
    ]);
    expect(rowsOf(table("<th colspan=2>Child</th><th>Born</th>", header)).at(0)).toEqual([
      "Child",
      "",
      "Born",
    ]);
  });

  it("are no more than the widest row has, whatever a cell says", () => {
    expect(rowsOf(table("<td>Risk</td><td colspan=9>High</td>", "<td>Sex</td><td>Male</td>"))).toEqual([
      ["Risk", "High"],
      ["Sex", "Male"],
    ]);
  });

  it("leave a heading over all of them a line", () => {
    expect(blocksOf(header, "<td colspan=3>Fern House</td>").at(-1)).toEqual({
      kind: "line",
      text: "Fern House",
    });
  });

  it("are not counted by a photograph beside the rows", () => {
    const rows = [
      "<td rowspan=2><img src=x></td><td>Surname</td><td>LAKE</td>",
      "<td>Risk</td><td>High</td>",
    ];
    expect(rowsOf(table(...rows)).at(-1)).toEqual(["Risk", "High"]);
  });

  it("are told of as headings where all cells are, or the row stands in the table's head", () => {
    expect(blocksOf(header)).toEqual([{ kind: "row", cells: ["Ref", "Surname", "DOB"], heads: true }]);
    const { blocks } = htmlBlocks(
      "<table><thead><tr><td>Ref</td><td>DOB</td></tr></thead><tbody><tr><td>1</td><th>2</th></tr></tbody></table>",
    );
    expect(blocks).toMatchObject([{ cells: ["Ref", "DOB"], heads: true }, { cells: ["1", "2"] }, {}]);
    expect(blocks[1]).not.toHaveProperty("heads");
  });

  it("cannot be made so many that a short mail becomes a long one", () => {
    const wide = `<tr>${"<td rowspan=50 colspan=50>a".repeat(100)}${"<tr><td>x<td>y".repeat(49)}`;
    const cells = rowsOf(`<table>${wide.repeat(100)}</table>`).reduce((sum, row) => sum + row.length, 0);
    expect(cells).toBeLessThan(60_000);
  });
});
