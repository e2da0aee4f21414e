import { describe, expect, it } from "vitest";
import { flagsIn } from "../../../../functions/reading/compact/values/flags.ts";
import { readOfficer } from "../../../../functions/reading/compact/values/officers.ts";
import { readPhone } from "../../../../functions/reading/compact/values/particulars.ts";
import { lexiconOf } from "../../../../functions/reading/compact/words/lexicon.ts";
import { aReport, read, reasonsOf, theCompact } from "../mails.ts";

describe("phones", () => {
  it.each([
    "07700 900123",
    "07700 900123 (switched off)",
    "07700 900123 - switched off",
    "+44 7700 900123",
    "+44 (0)7700 900123",
    "0044 7700-900-123",
  ])("%s", (phone) => {
    expect(readPhone(phone)).toBe("+447700900123");
  });

  it.each(["900123", "switched off", "07700 900123 (mum)", "+440", "07700"])(
    "%s is left for a person",
    (phone) => {
      expect(readPhone(phone)).toBeUndefined();
    },
  );
});

describe("officers", () => {
  it.each([
    [
      "PC 4471 Rowan, Mansfield House",
      { name: "PC Rowan", collarNumber: "4471", station: "Mansfield House" },
    ],
    ["DS Rowan", { name: "DS Rowan" }],
    ["Rowan 4471", { name: "Rowan", collarNumber: "4471" }],
    ["PC 15522", { collarNumber: "15522" }],
    ["PC Rowan (4471)", { name: "PC Rowan", collarNumber: "4471" }],
    ["Adam Brown PC4417", { name: "Adam Brown", collarNumber: "4417" }],
    ["PC4417 Brown", { name: "PC Brown", collarNumber: "4417" }],
    ["A/Sgt 22 Lowe", { name: "A/Sgt Lowe", collarNumber: "22" }],
    ["PC Brown 4417 (Beaumont Leys)", { name: "PC Brown", collarNumber: "4417", station: "Beaumont Leys" }],
    ["PC 4417 Brown (on leave until 20/11/2026)", { name: "PC Brown", collarNumber: "4417" }],
    ["Brown, Adam PC 4417", { name: "Brown, Adam", collarNumber: "4417" }],
    ["BROWN, Adam", { name: "BROWN, Adam" }],
    [
      "DS Priya Patel (1234), Missing Team, Keyham Lane",
      { name: "DS Priya Patel", collarNumber: "1234", station: "Missing Team, Keyham Lane" },
    ],
    ["PC 4417 Brown 07700 900123", { name: "PC Brown", collarNumber: "4417" }],
  ])("%s", (text, officer) => {
    expect(readOfficer(text)).toEqual(officer);
  });
});

describe("an officer named twice", () => {
  it("does not contradict where one station holds the other", async () => {
    const officer = { OIC: "PC 4471 Rowan, Beaumont Leys LPU", Station: "Beaumont Leys" };
    expect(await reasonsOf(aReport(officer))).toEqual([]);
    expect(await reasonsOf(aReport({ ...officer, Station: "Hinckley" }))).toEqual([
      "conflicting-values:officer",
    ]);
  });
});

describe("sex", () => {
  it.each([
    ["Male, IC3", "male"],
    ["F (15)", "female"],
    ["Non-binary", "other"],
    ["Male / Female", undefined],
  ])("%s", async (said, sex) => {
    expect((await theCompact(aReport({ Sex: said })))?.child.sex).toBe(sex);
  });
});

describe("harm under two labels", () => {
  it.each([
    ["None disclosed", "No", "None disclosed"],
    ["Minor cuts", "No", "Minor cuts; Victim of Crime: No"],
    ["Minor cuts", "Yes", "Minor cuts; Victim of Crime: Yes"],
    ["None disclosed", "Yes - robbery", "None disclosed; Yes - robbery"],
  ])("%s and %s", async (suffered, crime, harm) => {
    const { result } = await read(aReport({ "Harm Suffered": suffered, "Victim of Crime": crime }));
    expect(result.reasons).toEqual([]);
    expect(result.compacts[0]?.harm).toBe(harm);
  });
});

describe("flags", () => {
  const flags = (text: string) => flagsIn([text], lexiconOf());

  it.each([
    ["CSE", ["exploitation"]],
    ["Previous concerns of county lines.", ["exploitation"]],
    ["NRM submitted; Wilberforce", ["trafficking"]],
    ["Has self-harmed, epileptic", ["self-harm", "medical"]],
    ["Not home from school; believed with cousin.", ["with-family"]],
    ["Thought to be staying with her extended family", ["with-family"]],
    ["Refused to return home", ["unwilling-to-return"]],
    ["Does not want to come back", ["unwilling-to-return"]],
    ["Currently in hospital", ["in-hospital"]],
    ["Missing from education since May", ["missing-from-education"]],
    ["No known self-harm, CSE", ["exploitation"]],
    ["Domestic violence at home but no CSE", ["domestic-abuse"]],
  ])("%s", (text, expected) => {
    expect(flags(text)).toEqual(expected);
  });

  it.each([
    "No known self-harm",
    "No CSE, CCE or self-harm",
    "Nil medical conditions",
    "Denies self-harm",
    "CSE ruled out",
    "CSE: none",
    "Lives with mother",
    "Argument with mother",
    "Not on medication",
  ])("%s flags nothing", (text) => {
    expect(flags(text)).toEqual([]);
  });

  it("a marker with its own label counts only where it is answered yes", async () => {
    expect(await theCompact(aReport({ CSE: "Yes", "County Lines": "No", NRM: "N" }))).toMatchObject({
      warnings: ["CSE"],
      flags: ["exploitation"],
    });
    expect((await theCompact(aReport({ CSE: "No" })))?.flags).toBeUndefined();
  });
});

describe("care", () => {
  it("not looked after and a care leaver are both true of one who has left care", async () => {
    const { result } = await read(aReport({ LAC: "No", "Care Leaver": "Yes" }));
    expect(result).toMatchObject({
      reasons: [],
      compacts: [{ careStatus: "care-leaver", provenance: { careStatus: { label: "Care Leaver" } } }],
    });
    expect(await reasonsOf(aReport({ LAC: "Yes", "Care Leaver": "Yes" }))).toEqual([
      "conflicting-values:careStatus",
    ]);
  });

  it.each([
    ["Yes – Derby City Council", { careStatus: "looked-after", placingAuthority: "Derby City Council" }],
    ["Yes (Derby City Council)", { careStatus: "looked-after", placingAuthority: "Derby City Council" }],
    ["Care leaver", { careStatus: "care-leaver" }],
    ["Yes - Section 20", { careStatus: "looked-after" }],
    ["Not in care", { careStatus: "not-looked-after" }],
    ["N", { careStatus: "not-looked-after" }],
  ])("%s", async (text, expected) => {
    expect(await theCompact(aReport({ "Child in Care": text }))).toMatchObject(expected);
  });

  it("an answer that says neither is kept for a person", async () => {
    const { result } = await read(aReport({ LAC: "see overleaf" }));
    expect(result.compacts[0]?.careStatus).toBeUndefined();
    expect(result.unrecognised).toEqual([{ label: "LAC", value: "see overleaf" }]);
  });
});

describe("risk", () => {
  it.each([
    ["MEDIUM", "medium"],
    ["High Risk", "high"],
    ["NAR", "no-apparent-risk"],
    ["No Apparent Risk", "no-apparent-risk"],
    ["Absent", "no-apparent-risk"],
    ["Very Low", "low"],
    ["High – county lines", "high"],
  ])("%s is %s", async (said, risk) => {
    expect((await theCompact(aReport({ Risk: said })))?.risk).toBe(risk);
  });

  it("the current one wins and the first is kept", async () => {
    const compact = await theCompact(aReport({ "Initial Risk": "Medium", "Current Risk": "High" }));
    expect(compact?.risk).toBe("high");
    expect(compact?.provenance).toMatchObject({
      risk: { label: "Current Risk", raw: "High", source: "text" },
      initialRisk: { label: "Initial Risk", raw: "Medium" },
    });
  });
});

describe("what is not stated is absent", () => {
  it.each([
    "",
    "N/K",
    "Not Known",
    "Unknown",
    "N/A",
    "None",
    "-",
    "tbc",
    "unk",
    "Unk.",
    "Not disclosed",
    "Not provided",
    "None known",
    "N/K at present",
    "Unknown at this time",
    "Not yet known",
    "Not currently known",
    "To follow",
    "awaited",
    "?",
    "--",
    "(none)",
  ])("%s", async (blank) => {
    const { result } = await read(
      aReport({ School: blank, Risk: blank, "Date Reported": blank, "Known As": blank }),
    );
    expect(result).toMatchObject({ status: "accepted", reasons: [] });
    expect(result.compacts[0]?.child).not.toHaveProperty("school");
    expect(result.compacts[0]).not.toHaveProperty("risk");
  });
});
