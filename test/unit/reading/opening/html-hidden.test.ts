import { describe, expect, it } from "vitest";
import { htmlBlocks } from "../../../../functions/reading/mail-reader/html-blocks.ts";
import { bodyViews } from "../../../../functions/reading/mail-reader/mail-views.ts";
import { linesOf, rowsOf } from "../html.ts";

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
