import { describe, expect, it } from "vitest";
import { tickedOf } from "../../../../functions/reading/compact/forms/ticks.ts";
import { aMail, read } from "../mails.ts";

describe("boxes somebody may have ticked", () => {
  it.each([
    ["☒ Missing ☐ Cancelled", "Missing"],
    ["☐ Low ☐ Medium ☒ High", "High"],
    ["Yes ☐ No ☒", "No"],
    ["Yes ( ) / No (X)", "No"],
    ["[x] CSE [ ] Self-harm [X] Drugs", "CSE; Drugs"],
    ["✓", "Yes"],
    ["☒", "Yes"],
    ["☐ Yes ☐ No", ""],
    ["High (reviewed)", "High (reviewed)"],
    ["+44 (0)7700 900123", "+44 (0)7700 900123"],
  ])("%s says: %s", (text, answer) => {
    expect(tickedOf(text)).toBe(answer);
  });

  const identity = [
    "COMPACT Ref: MP/26/004417",
    "Surname: ASHDOWN",
    "Forename(s): Ellie May",
    "DOB: 09/03/2011",
    "Missing Since: 14/11/2026 21:30",
  ];

  it("decide kind, risk, care, the plan and what is a warning", async () => {
    const { result } = await read(
      aMail({
        body: [
          ...identity,
          "Report Status: ☒ Missing ☐ Cancelled",
          "Risk: ☐ Low ☐ Medium ☒ High",
          "LAC: Yes ☐ No ☒",
          "Child Protection Plan: [ ] Yes [x] No",
          "Warning Markers:",
          "☒ CSE",
          "☐ Self-harm",
        ].join("\r\n"),
      }),
    );
    expect(result).toMatchObject({ status: "accepted", reasons: [] });
    expect(result.compacts[0]).toMatchObject({
      kind: "missing",
      risk: "high",
      careStatus: "not-looked-after",
      childProtectionPlan: false,
      warnings: ["CSE"],
      flags: ["exploitation"],
    });
  });

  const table = (rows: string) =>
    aMail({
      type: "text/html; charset=utf-8",
      body: `<h2>Missing Person Report</h2><p>${identity.join("<br>")}</p><table>${rows}</table>`,
    });

  it("may stand in cells of their own", async () => {
    const { result } = await read(
      table(
        "<tr><td>Risk</td><td>Low</td><td>☐</td><td>Medium</td><td>☐</td><td>High</td><td>☒</td></tr><tr><td>Looked After</td><td>Yes ☐</td><td>No ☒</td></tr>",
      ),
    );
    expect(result.compacts[0]).toMatchObject({ risk: "high", careStatus: "not-looked-after" });
  });

  it("may stand in a column for each answer", async () => {
    const { result } = await read(
      table(
        "<tr><td>Marker</td><td>Yes</td><td>No</td></tr><tr><td>CSE</td><td>✓</td><td></td></tr><tr><td>Self Harm</td><td></td><td>✓</td></tr>",
      ),
    );
    expect(result.compacts[0]).toMatchObject({ warnings: ["CSE"], flags: ["exploitation"] });
  });
});
