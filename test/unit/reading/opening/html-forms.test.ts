import { describe, expect, it } from "vitest";
import { htmlBlocks } from "../../../../functions/reading/mail-reader/html-blocks.ts";
import { linesOf, rowsOf, table } from "../html.ts";

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
