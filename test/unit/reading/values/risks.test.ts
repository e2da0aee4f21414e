import { describe, expect, it } from "vitest";
import { readRisk } from "../../../../functions/reading/compact/values/risks.ts";
import { lexiconOf } from "../../../../functions/reading/compact/words/lexicon.ts";
import { HONEST_MS, onProcessor } from "../../../builders/processor-time.ts";
import { aReport, complete, lines, read } from "../mails.ts";

const riskOf = (value: string) => readRisk(value, { lexicon: lexiconOf(), source: "text", latestYear: 2026 });

describe("a risk that says which grade is the new one", () => {
  it.each([
    ["Medium -> High", "high"],
    ["Medium → High", "high"],
    ["Medium - increased to High", "high"],
    ["Medium, raised to High at 2200", "high"],
    ["Medium; now High", "high"],
    ["Medium. Increased to HIGH", "high"],
    ["Medium risk raised to high risk", "high"],
    ["Low risk increased to High", "high"],
    ["NAR - now Medium", "medium"],
    ["High Risk now reduced to Medium Risk", "medium"],
    ["Medium – upgraded High", "high"],
    ["Changed from High to Medium", "medium"],
    ["Was low now high", "high"],
    ["Medium (was low)", "medium"],
    ["Medium (previously High)", "medium"],
    ["High - reviewed from Medium", "high"],
    ["Medium (initially Low)", "medium"],
    ["No longer high, now medium", "medium"],
    ["Low. As she has not returned, now High", "high"],
  ])("%s is read", (said, risk) => {
    expect(riskOf(said)).toEqual({ said: { risk } });
  });
});

describe("a risk whose other words name no other grade", () => {
  it.each([
    ["HIGH\nPrevious overdose in May", "high"],
    ["High Previous overdose", "high"],
    ["Graded MEDIUM by Sgt 22 Lowe", "medium"],
    ["Graded as high by Insp Low", "high"],
    ["Medium, low mood", "medium"],
    ["Medium risk, high vulnerability", "medium"],
    ["Low - last seen on the high street, medium build", "low"],
    ["High risk of CSE", "high"],
    ["Missing - Medium Risk", "medium"],
    ["No Apparent Risk (NAR)", "no-apparent-risk"],
    ["N.A.R. – see rationale", "no-apparent-risk"],
    ["No apparent risk (absent)", "no-apparent-risk"],
    ["Risk Level - High", "high"],
    ["Very low risk", "low"],
    ["H (3)", "high"],
    ["Remains medium", "medium"],
  ])("%s is read", (said, risk) => {
    expect(riskOf(said)).toEqual({ said: { risk } });
  });
});

describe("a risk that says two things, or none", () => {
  it.each([
    "Medium - High",
    "Medium-High",
    "Medium/High",
    "Medium to High",
    "High (Medium)",
    "Low (Medium overnight)",
    "Absent, now missing - High",
    "High / Medium / Low",
    "Not high",
    "High? tbc",
    "Medium, will be raised to High if not home by 2200",
    "Previously high",
    "Higher than usual",
    "Standard",
    "Level 2",
    "Medium, now High (Low)",
  ])("%s is for a person", (said) => {
    expect(riskOf(said)).toEqual({ reason: "unknown-risk" });
  });

  it("a long value of grades is answered too", () => {
    const { answer, ms } = onProcessor(() => riskOf("low to ".repeat(200_000)));
    expect(answer).toEqual({ said: { risk: "low" } });
    expect(ms).toBeLessThan(HONEST_MS);
  });
});

describe("several risks", () => {
  it.each([
    "Current Risk Assessment",
    "Latest Risk",
    "Updated Risk Level",
    "Reviewed Risk",
    "New Risk Level",
    "Level of Risk",
    "Grading",
    "Risk Status",
    "Assessed Risk",
    "Overall Risk",
    "Risk assessed as",
    "Risk grading at time of report",
  ])("%s goes before the initial one", async (label) => {
    const { result } = await read(aReport({ "Initial Risk": "Medium", [label]: "High" }));
    expect(result).toMatchObject({ status: "accepted", compacts: [{ risk: "high" }] });
  });

  it("one under a label nobody knows contradicts another grade", async () => {
    const { result } = await read(aReport({ Risk: "Medium", "Supervisor's risk decision": "High" }));
    expect(result.reasons).toEqual(["conflicting-values:risk"]);
  });

  it("a heading may give one", async () => {
    const changed = (more: Record<string, string>) =>
      read(
        aReport(more, {
          subject: "COMPACT",
          body: lines({ ...complete, ...more }).replace("MISSING PERSON REPORT", "Risk Change: High"),
        }),
      );
    expect((await changed({ "Previous Risk": "Low" })).result).toMatchObject({
      status: "accepted",
      compacts: [{ kind: "update", risk: "high", provenance: { risk: { label: "Heading" } } }],
    });
    expect((await changed({ Risk: "Low" })).result.reasons).toEqual(["conflicting-values:risk"]);
  });

  it.each(["Risk of harm", "Risk to others", "At risk from family", "CSE risk score"])(
    "%s is no risk of the report",
    async (label) => {
      const { result } = await read(aReport({ Risk: "Medium", [label]: "High" }));
      expect(result).toMatchObject({ status: "accepted", compacts: [{ risk: "medium" }] });
    },
  );

  it.each(["Previous Risk", "Original Risk", "Old Risk Level"])(
    "%s is not the current risk, and is kept",
    async (label) => {
      const { result } = await read(aReport({ [label]: "High" }));
      expect(result.compacts[0]).not.toHaveProperty("risk");
      expect(result.compacts[0]?.provenance.previousRisk).toEqual({ source: "text", label, raw: "High" });
    },
  );
});
