import { describe, expect, it } from "vitest";
import { aMail, read } from "../mails.ts";

const resultOf = async (
  body: string,
  type = "text/plain; charset=utf-8",
  subject = "Missing Person Report",
) => (await read(aMail({ subject, type, body }))).result;
const html = (body: string, subject?: string) => resultOf(body, "text/html; charset=utf-8", subject);
const lines = (...all: string[]) => all.join("\r\n");
const ellie = ["COMPACT Ref: MP/26/1001", "Surname: ASHWORTH", "Forename: Ellie", "DOB: 09/03/2011"];
const tyler = ["COMPACT Ref: MP/26/1002", "Surname: ASHWORTH", "Forename: Tyler", "DOB: 21/05/2013"];
const since = "Missing Since: 14/11/2026 21:30";

describe("several children: whose is what", () => {
  it("a child in each column", async () => {
    const row = (label: string, ...cells: string[]) =>
      `<tr><td>${label}</td>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
    const result = await html(
      `<table>${row("", "Child 1", "Child 2")}${row("Misper ID", "MP/26/1001", "MP/26/1002")}${row("Surname", "ASHWORTH", "ASHWORTH")}${row("Forename", "Ellie", "Tyler")}${row("DOB", "09/03/2011", "21/05/2013")}${row("Risk", "Low", "High")}${row("Missing Since", "14/11/2026 21:30", "14/11/2026 22:30")}</table>`,
    );
    expect(result).toMatchObject({
      status: "accepted",
      reasons: [],
      compacts: [
        { reference: "MP/26/1001", risk: "low", child: { forenames: "Ellie" } },
        { reference: "MP/26/1002", risk: "high", child: { forenames: "Tyler" } },
      ],
    });
  });

  const header =
    "<tr><th>Misper ID</th><th>Surname</th><th>Forename</th><th>DOB</th><th>Missing Since</th></tr>";
  const rowOf = (reference: string, forename: string, born: string) =>
    `<tr><td>${reference}</td><td>ASHWORTH</td><td>${forename}</td><td>${born}</td><td>14/11/2026 21:30</td></tr>`;

  it("rows with a note between them", async () => {
    const result = await html(
      `<table>${header}${rowOf("MP/26/1001", "Ellie", "09/03/2011")}<tr><td colspan="5">Circumstances: Left by a window.</td></tr>${rowOf("MP/26/1002", "Tyler", "21/05/2013")}<tr><td colspan="5">Circumstances: Followed her.</td></tr></table>`,
    );
    expect(result.compacts).toMatchObject([
      { reference: "MP/26/1001", circumstances: "Left by a window." },
      { reference: "MP/26/1002", circumstances: "Followed her." },
    ]);
  });

  it("a row that does not fit is handed to a person, not passed over", async () => {
    const result = await html(
      `<table>${header}${rowOf("MP/26/1001", "Ellie", "09/03/2011")}<tr><td>MP/26/1002</td><td>Tyler</td><td>21/05/2013</td></tr></table>`,
    );
    expect(result).toMatchObject({ status: "accepted", compacts: [{ reference: "MP/26/1001" }] });
    expect(result.reasons).toContain("no-reference");
    expect(result.unrecognised).toContainEqual({
      label: "unread row",
      value: "MP/26/1002 | Tyler | 21/05/2013",
    });
  });

  it("each part begins at its own first label, not at the name", async () => {
    const first = ["Missing Since: 14/11/2026 21:30", "Risk: Low", ...ellie];
    const second = ["Missing Since: 13/11/2026 08:00", "Risk: High", ...tyler];
    for (const gap of [[""], []])
      expect(
        (await resultOf(lines("MISSING PERSON REPORT", "", ...first, ...gap, ...second))).compacts,
      ).toMatchObject([
        { risk: "low", missingSince: "2026-11-14T21:30:00+00:00" },
        { risk: "high", missingSince: "2026-11-13T08:00:00+00:00" },
      ]);
  });

  it("what stands below all of them is true of each", async () => {
    const result = await resultOf(
      lines(since, "", ...ellie, "", ...tyler, "", "Details common to both children", "Risk: High"),
    );
    expect(result.compacts).toMatchObject([{ risk: "high" }, { risk: "high" }]);
  });

  it("a heading above one child's part says what that part is", async () => {
    const result = await resultOf(
      lines("UPDATE", "", ...ellie, since, "", "MISSING PERSON REPORT", "", ...tyler, since),
      undefined,
      "OFFICIAL",
    );
    expect(result.compacts).toMatchObject([
      { kind: "update", reference: "MP/26/1001" },
      { kind: "missing", reference: "MP/26/1002" },
    ]);
  });

  it("two children under one reference are for a person", async () => {
    const result = await resultOf(
      lines(since, "", ...ellie, "", "COMPACT Ref: MP/26/1001", ...tyler.slice(1)),
    );
    expect(result).toMatchObject({ status: "quarantined" });
    expect(result.reasons).toContain("conflicting-values:reference");
  });
});
