import { describe, expect, it } from "vitest";
import { textBlocks } from "../../../../functions/reading/compact/forms/text-blocks.ts";
import { htmlBlocks } from "../../../../functions/reading/mail-reader/html-blocks.ts";
import { blocksOf, linesOf, rowsOf } from "../html.ts";

describe("characters nobody sees", () => {
  it("are no part of a word: soft hyphens, joiners, what turns the direction of writing", () => {
    const word = "Cur\u00adrent\u034f \u2068R\u2062isk\u2069";
    expect(textBlocks(word)).toEqual([{ kind: "line", text: "Current Risk" }]);
    expect(linesOf(`<p>${word}</p>`)).toEqual(["Current Risk"]);
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
