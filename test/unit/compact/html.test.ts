import { describe, expect, it } from "vitest";
import { bodyViews } from "../../../functions/adapters/mail-reader/body-views.ts";
import { htmlBlocks } from "../../../functions/adapters/mail-reader/html-blocks.ts";
import { textBlocks } from "../../../functions/domain/compact/text-blocks.ts";

const linesOf = (html: string): string[] =>
  htmlBlocks(html).blocks.flatMap((block) => (block.kind === "line" ? [block.text] : []));

describe("characters nobody sees", () => {
  it("are no part of a word: soft hyphens, joiners, what turns the direction of writing", () => {
    const word = "Cur\u00adrent\u034f \u2068R\u2062isk\u2069";
    expect(textBlocks(word)).toEqual([{ kind: "line", text: "Current Risk" }]);
    expect(linesOf(`<p>${word}</p>`)).toEqual(["Current Risk"]);
  });
});

const isSeen = (html: string): boolean => linesOf(html).join(" ").includes("High");
const styled = (style: string): string => `<p><span style="${style}">High</span></p>`;

describe("text that a person sees", () => {
  it.each([
    ["font-size:1em"],
    ["font-size: 0.9em;color:red"],
    ["font-size:1rem"],
    ["font-size:1.4em"],
    ["font: bold 11pt/13pt Arial"],
    ["background-color: transparent"],
    ["border:1px solid;border-color:transparent"],
    ["margin-left:144.0pt;text-indent:-144.0pt"],
    ["margin:0cm 0cm 0cm 425pt;text-indent:-425pt"],
    ["margin-left:-100px;padding-left:120px"],
    ["color:#fff;background:#003366"],
    ["color:white;background-image:url(bar.png)"],
    ["color:white;background:linear-gradient(navy,blue)"],
    ["color:#999999"],
    ["opacity:0.9"],
    ["width:1%;overflow:hidden"],
    ["clip:rect(0 100px 20px 0)"],
    ["/* display:none */ color:black"],
    ["font-family:'display:none'"],
  ])("is read: %s", (style) => {
    expect(isSeen(styled(style))).toBe(true);
  });

  it("is read in letters of its own size, within an element that has none", () => {
    expect(isSeen('<div style="font-size:0"><span style="font-size:13px">High</span></div>')).toBe(true);
    expect(isSeen('<div style="font-size:0"><span style="font-size:1em">High</span></div>')).toBe(false);
  });

  it("is read in white, where an element around it or a style sheet paints a dark ground", () => {
    expect(isSeen("<table><tr bgcolor=navy><td><font color=white>High</font></td></tr></table>")).toBe(true);
    const sheet = "<style>table.report th { background: #036 }</style>";
    expect(isSeen(`${sheet}<table><tr><th style="color:#fff">High</th></tr></table>`)).toBe(true);
  });
});

const notSeen: [string, string][] = [
  ["in letters of no size", styled("font-size:0px;line-height:0")],
  ["in letters of no size, said in short", styled("font:0/0 a")],
  ["above the page", styled("position:absolute;top:-9999px")],
  ["beside the page", styled("position:absolute;left:-9999px")],
  ["indented off the page", styled("text-indent:-9999px")],
  ["in an element without height", styled("display:block;height:0;overflow:hidden")],
  ["clipped away", styled("position:absolute;clip:rect(0 0 0 0)")],
  ["clipped away, as it is said today", styled("clip-path: inset(100%)")],
  ["in no colour", styled("color:transparent")],
  ["white on white", styled("color:#ffffff")],
  ["nearly white on white", styled("color:rgb(250, 250, 250)")],
  ["white on white, as it was said before style sheets", '<p><font color="FFFFFF">High</font></p>'],
  ["in the colour of its own ground", styled("background:#336699;color:#369")],
  ["in the colour of the ground around it", '<p style="color:#036"><b style="background:#036">High</b></p>'],
  ["hidden by a rule for its id", '<style>#x{display:none!important}</style><p id="x">High</p>'],
  ["hidden by a rule for its tag and class", '<style>p.x{display:none}</style><p class="x">High</p>'],
  ["hidden by a rule below an import", '<style>@import "a";\n.x{display:none}</style><p class="x">High</p>'],
  ["hidden by an attribute", "<p hidden>High</p>"],
];

describe("text that nobody sees", () => {
  it.each(notSeen)("is told of and not read: %s", (_how, html) => {
    expect(isSeen(html)).toBe(false);
    expect(htmlBlocks(html).hidden).toBe("High");
  });

  it("is judged by the styles for every screen: not by those for small ones, or for Outlook alone", () => {
    expect(isSeen("<style>@media (max-width:600px){.x{display:none}}</style><p class=x>High</p>")).toBe(true);
    expect(isSeen("<!--[if mso]><style>.x{display:none}</style><![endif]--><p class=x>High</p>")).toBe(true);
  });

  it("leaves no empty cell in its row where its cell is gone", () => {
    const row = "<tr><td>Risk</td><td style='display:none'>3</td><td>High</td></tr>";
    const { blocks, hidden } = htmlBlocks(`<table>${row}</table>`);
    expect(blocks[0]).toEqual({ kind: "row", cells: ["Risk", "High"] });
    expect(hidden).toBe("3");
  });

  it("keeps its words apart that stand in different elements", () => {
    expect(htmlBlocks("<div hidden><p>LAC: Yes</p><p>Risk: Low</p></div>").hidden).toBe("LAC: Yes Risk: Low");
  });
});

const rowsOf = (html: string): string[][] =>
  htmlBlocks(html).blocks.flatMap((block) => (block.kind === "row" ? [block.cells] : []));

describe("what is crossed out", () => {
  it.each(["<s>Medium</s>", "<del>Medium</del>", '<b style="text-decoration:red line-through">Medium</b>'])(
    "is told of as hidden text is: %s",
    (struck) => {
      const { blocks, hidden } = htmlBlocks(`<p>Risk: ${struck} High</p>`);
      expect(blocks[0]).toEqual({ kind: "line", text: "Risk: High" });
      expect(hidden).toBe("Medium");
    },
  );

  it("leaves nothing of its row, and leaves the other cells of a row where they are", () => {
    const row = (attributes: string) => `<tr ${attributes}><td>LAKE</td><td>Amy</td><td>High</td></tr>`;
    expect(rowsOf(`<table>${row("")}${row('style="text-decoration:line-through"')}</table>`)).toHaveLength(1);
    expect(rowsOf("<table><tr><td>LAKE</td><td><s>Amy</s></td><td>High</td></tr></table>")).toEqual([
      ["LAKE", "", "High"],
    ]);
  });

  it("is read where its element is said not to be crossed out", () => {
    expect(linesOf('<p><del style="text-decoration:none">High</del></p>')).toEqual(["High"]);
  });
});

describe("the white space of a page", () => {
  const facts = "Surname: ASHDOWN\nRisk: High";

  it.each(["pre", "pre-wrap", "pre-line", "break-spaces"])("has line ends that count: %s", (kind) => {
    expect(linesOf(`<div style="white-space: ${kind}">${facts}</div>`)).toEqual(facts.split("\n"));
  });

  it("has line ends that don't, everywhere else", () => {
    expect(linesOf(`<div>${facts}</div>`)).toEqual(["Surname: ASHDOWN Risk: High"]);
    expect(linesOf(`<pre><i style="white-space:normal">${facts}</i></pre>`)).toHaveLength(1);
  });

  it.each([
    ["spaces where they are kept", "<pre>Surname       ASHDOWN</pre>"],
    ["a tab where it is kept", "<pre>Surname\tASHDOWN</pre>"],
    ["Apple's tab", '<p>Surname<span style="white-space:pre">\t</span>ASHDOWN</p>'],
    ["spaces that hold their width", "<p>Surname&nbsp;&nbsp;&nbsp; ASHDOWN</p>"],
    ["such spaces among others", "<p>Surname &nbsp; &nbsp; ASHDOWN</p>"],
  ])("keeps the gap between two columns: %s", (_how, html) => {
    expect(linesOf(html)).toEqual(["Surname  ASHDOWN"]);
  });

  it("leaves a colon with the label before it, however far away it is put", () => {
    expect(linesOf("<pre>Surname       : ASHDOWN</pre>")).toEqual(["Surname : ASHDOWN"]);
  });

  it.each([
    ["the source's own indentation", "<p>Surname\n        ASHDOWN</p>"],
    ["such where only line ends count", '<p style="white-space:pre-line">Surname    ASHDOWN</p>'],
    ["one space that holds its width", "<p>Surname &nbsp; ASHDOWN</p>"],
  ])("makes no columns of %s", (_what, html) => {
    expect(linesOf(html)).toEqual(["Surname ASHDOWN"]);
  });
});

describe("the shape of a page", () => {
  const facts = ["Surname: ASHDOWN", "Risk: High"];

  it.each(["block", "flex", "grid", "table", "list-item"])(
    "has a line for each element shown as: %s",
    (way) => {
      const html = facts.map((fact) => `<span style="display:${way}">${fact}</span>`).join("");
      expect(linesOf(html)).toEqual(facts);
    },
  );

  it("has a line for each element a style sheet shows as a block", () => {
    const html = facts.map((fact) => `<i class="line">${fact}</i>`).join("");
    expect(linesOf(`<style>i.line{display:block}</style>${html}`)).toEqual(facts);
  });

  it.each(["legend", "summary", "figcaption", "option"])("has a line for a %s", (tag) => {
    expect(linesOf(`<${tag}>Risk and care</${tag}>Risk: High`)).toEqual(["Risk and care", "Risk: High"]);
  });

  const pairs = [
    ["Surname", "ASHDOWN"],
    ["Risk", "High"],
  ];
  const cells = (pair: string[]) => pair.map((text) => `<b style="display:table-cell">${text}</b>`).join(" ");

  it.each([
    ["in lines", pairs.map((pair) => `<p>${cells(pair)}</p>`).join("")],
    ["in rows", pairs.map((pair) => `<p style="display:table-row">${cells(pair)}</p>`).join("")],
    [
      "in rows of a table",
      `<div style="display:table">${pairs.map((pair) => `<p style="display:table-row">${cells(pair)}</p>`).join("")}</div>`,
    ],
    ["in cells", `<table>${pairs.map((pair) => `<tr><td>${cells(pair)}</td></tr>`).join("")}</table>`],
  ])("has rows made by style alone, %s", (_where, html) => {
    expect(rowsOf(`<div>${html}</div>`)).toEqual(pairs);
    expect(linesOf(`${html}<p>OFFICIAL</p>`)).toEqual(["OFFICIAL"]);
  });

  it("has the cells of a table whatever their style says", () => {
    const row = '<tr style="display:block"><td style="display:block">Risk</td><td>High</td></tr>';
    expect(rowsOf(`<table style="display:block">${row}</table>`)).toEqual([["Risk", "High"]]);
  });
});

const table = (...rows: string[]): string =>
  `<table>${rows.map((row) => `<tr>${row}</tr>`).join("")}</table>`;
const blocksOf = (...rows: string[]) =>
  htmlBlocks(table(...rows)).blocks.filter((block) => block.kind !== "gap");

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

describe("a form's controls", () => {
  const choice = (...options: string[]): string => `<select>${options.join("")}</select>`;

  it.each([
    ["a box to write in", '<input type="text" value="High">', "High"],
    ["a box of no said kind", "<input value=High readonly>", "High"],
    ["an area to write in", "<textarea rows=3>High</textarea>", "High"],
    ["what is selected", choice("<option>Low", "<option selected>High"), "High"],
    ["the first, where nothing is", choice("<option disabled>Choose", "<option>High", "<option>Low"), "High"],
    ["nothing, where that comes first", choice("<option></option>", "<option>High</option>"), ""],
    ["a ticked box", "<input type=checkbox checked> High", "☒ High"],
    ["a box not ticked", "<input type=radio> High", "☐ High"],
    ["none of what is sent along unseen", "<input type=hidden value=3><input type=submit value=Send>", ""],
  ])("are read as they show: %s", (_what, control, shown) => {
    expect(rowsOf(table(`<td>Risk</td><td>${control}</td>`))).toEqual([["Risk", shown]]);
  });

  it("show every choice where several may be made, and the last where one may", () => {
    const options = "<option selected>CSE</option><option>Other</option><option selected>CCE</option>";
    expect(linesOf(`<select multiple>${options}</select>`)).toEqual(["CSE, CCE"]);
    expect(linesOf(`<select>${options}</select>`)).toEqual(["CCE"]);
  });

  it("are a column beside their label, and an empty one is not taken for the line below", () => {
    const field = (label: string, value: string) => `<label>${label}</label> <input value="${value}"><br>`;
    expect(linesOf(field("Risk", "High") + field("Known As", "") + field("Sex", "Male"))).toEqual([
      "Risk  High",
      "Known As  -",
      "Sex  Male",
    ]);
  });

  it("are told of where nobody sees them", () => {
    expect(htmlBlocks('<p>Risk <input value="High" style="display:none"></p>')).toMatchObject({
      blocks: [{ kind: "line", text: "Risk" }, {}],
      hidden: "High",
    });
    expect(htmlBlocks('<p style="display:none"><input value="High"></p>')).toMatchObject({
      blocks: [],
      hidden: "High",
    });
  });
});

describe("a picture", () => {
  const risk = '<img src="high.png" alt="High">';

  it.each([
    ["its words", risk, "[picture: High]"],
    ["that there is one", '<img src="high.png">', "[picture]"],
    ["nothing, if it only spaces out the page", '<img src="s.gif" width=1 height=20>', ""],
    ["nothing, if its writer says it says nothing", '<img src="s.gif" alt="">', ""],
    ["nothing, if there is text", `${risk} Medium`, "Medium"],
  ])("gives the cell it stands in %s", (_what, cell, text) => {
    expect(rowsOf(table(`<td>Risk</td><td>${cell}</td>`))).toEqual([["Risk", text]]);
  });

  it("gives a label on its line a value, lest it be the line below", () => {
    expect(linesOf(`<p><b>Risk:</b> ${risk}</p><p>Risk: ${risk} Medium</p>`)).toEqual([
      "Risk: [picture: High]",
      "Risk: Medium",
    ]);
  });

  it("is no value where it stands alone, or first in its row", () => {
    expect(linesOf(`${risk}<br>OFFICIAL`)).toEqual(["OFFICIAL"]);
    expect(rowsOf(table(`<td>${risk}</td><td>PC 4471</td>`))).toEqual([["", "PC 4471"]]);
  });
});

describe("a mail quoted below", () => {
  const old = "<p>Risk: Medium</p>";
  const line = (text: string) => ({ kind: "line", text });

  it.each([
    ["Apple Mail", `<blockquote type="cite">${old}</blockquote>`],
    ["Gmail", `<div class="gmail_quote gmail_quote_container">${old}</div>`],
    ["Yahoo", `<div id="ym" class="yahoo_quoted">${old}</div>`],
    ["Proton", `<div class="protonmail_quote">${old}</div>`],
    ["Thunderbird", `<blockquote cite="mid:1@x.example">${old}</blockquote>`],
    ["Outlook on the web", `<div id="appendonsend"></div><hr><div id="divRplyFwdMsg"></div>${old}`],
    ["Outlook, quoted again", `<div id="x_divRplyFwdMsg">${old}</div>`],
    ["Outlook for Mac", `<span id="OLK_SRC_BODY_SECTION">${old}</span>`],
    ["Gmail, within a layout", `<table><tr><td><p class="gmail_quote">${old}</td></tr></table>`],
  ])("begins where %s says so", (_program, html) => {
    const { blocks } = htmlBlocks(`<table><tr><td>Risk: High<br>${html}</td></tr></table>`);
    expect(blocks.filter(({ kind }) => kind !== "gap")).toEqual([
      line("Risk: High"),
      { kind: "quote" },
      line("Risk: Medium"),
    ]);
  });

  it("is none where only words of somebody are set in", () => {
    const said = `<blockquote type="cite">She left.</blockquote>`;
    expect(blocksOf(`<td>Circumstances</td><td>${said}</td>`)).toEqual([
      { kind: "row", cells: ["Circumstances", "She left."] },
    ]);
    expect(htmlBlocks("<blockquote>She left.</blockquote>").blocks).not.toContainEqual({ kind: "quote" });
  });
});

describe("a plain text made of the HTML", () => {
  const html =
    "<div hidden>LAC: Yes. Risk: Low</div><p>Surname: LOW</p><p>Prior risk: <s>High</s> Medium</p>";
  const textOf = (text: string) => bodyViews({ html, text }).views[1]?.blocks;

  it("says nothing that the HTML hides or has crossed out", () => {
    expect(textOf("LAC: Yes.\nRisk: Low\nSurname: LOW\nHigh")).toEqual([
      { kind: "line", text: "Surname: LOW" },
    ]);
  });

  it("says all that the HTML shows too, and all that it doesn't know", () => {
    const lines = ["LOW", "Medium", "Risk: Lower", "Station: Mansfield", "----"];
    expect(textOf(lines.join("\n"))).toHaveLength(lines.length);
  });
});
