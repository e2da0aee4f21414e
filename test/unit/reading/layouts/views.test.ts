import { describe, expect, it } from "vitest";
import { mergeReadings } from "../../../../functions/reading/compact/merge/merge-views.ts";
import type { ViewReading } from "../../../../functions/reading/compact/read-view.ts";
import { complete, lines, multipart, read } from "../mails.ts";

const table = (facts: Record<string, string>): string =>
  `<table>${Object.entries(facts)
    .map(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`)
    .join("")}</table>`;

type Children = readonly Record<string, string>[];

const bothViews = async (text: Children, html: Children) =>
  (
    await read(
      multipart("alternative", [
        { type: "text/plain", body: text.map(lines).join("\r\n") },
        { type: "text/html", body: `<h2>Missing Person Report</h2>${html.map(table).join("<hr>")}` },
      ]),
    )
  ).result;

const tyler = { ...complete, "COMPACT Ref": "MP/26/004418", "Forename(s)": "Tyler", DOB: "21/05/2013" };
const children: Children = [complete, tyler];

describe("two views of one body", () => {
  it.each([
    ["in the same order", children],
    ["in another", children.toReversed()],
  ])("agree on siblings told of %s", async (_how, text) => {
    const result = await bothViews(text, children);
    expect(result).toMatchObject({ status: "accepted", reasons: [] });
    expect(result.compacts.map(({ child }) => child.forenames)).toEqual(["Ellie May", "Tyler"]);
  });

  it("do not disagree on siblings for sharing a reference, which is a person's to untangle", async () => {
    const siblings = children.map((child) => ({ ...child, "COMPACT Ref": "MP/26/004417" }));
    expect((await bothViews(siblings, siblings)).reasons).toEqual(["conflicting-values:reference"]);
  });

  it("must tell of as many children", async () => {
    expect((await bothViews([complete], children)).reasons).toContain("views-disagree:reference");
    expect((await bothViews(children, [complete])).reasons).toContain("views-disagree:reference");
  });

  it.each([
    ["placingAuthority", "Placing Authority", "Leicester City Council", "Derby City Council"],
    ["placementType", "Placement Type", "Foster care", "Residential"],
    ["childProtectionPlan", "CP Plan", "Yes", "No"],
  ])("must agree on the %s, which rules turn on", async (field, label, one, other) => {
    const result = await bothViews([{ ...complete, [label]: one }], [{ ...complete, [label]: other }]);
    expect(result).toMatchObject({ status: "quarantined", reasons: [`views-disagree:${field}`] });
  });

  const view = (values: [string, unknown][], blanks: string[] = []): ViewReading => ({
    children: [{ values: new Map(values), provenance: {}, reasons: new Set(), blanks: new Set(blanks) }],
    unrecognised: [],
  });
  const merged = (html: ViewReading, text: ViewReading) => mergeReadings(html, text).children[0];

  it("the text fills what HTML leaves out, not what HTML shows empty", () => {
    const html = view([["surname", "ASHDOWN"]], ["knownAs"]);
    const text = view([
      ["surname", "ASHDOWN"],
      ["knownAs", "Ethnicity"],
      ["school", "Fosse Park"],
    ]);
    expect(Object.fromEntries(merged(html, text)?.values ?? [])).toEqual({
      surname: "ASHDOWN",
      school: "Fosse Park",
    });
    expect(merged(html, text)?.reasons).toEqual(new Set());
  });

  it("a risk in the text that HTML shows empty is for a person", () => {
    const html = view([["surname", "ASHDOWN"]], ["risk"]);
    const text = view([
      ["surname", "ASHDOWN"],
      ["risk", "high"],
    ]);
    expect(merged(html, text)?.reasons).toEqual(new Set(["views-disagree:risk"]));
  });
});
