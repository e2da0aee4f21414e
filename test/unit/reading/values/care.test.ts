import { describe, expect, it } from "vitest";
import { aReport, read } from "../mails.ts";

const careOf = async (facts: Record<string, string>) => {
  const { result } = await read(aReport(facts));
  const { careStatus, placingAuthority, childProtectionPlan } = result.compacts[0] ?? {};
  return { careStatus, placingAuthority, childProtectionPlan, reasons: result.reasons };
};
const nothing = {
  careStatus: undefined,
  placingAuthority: undefined,
  childProtectionPlan: undefined,
  reasons: [],
};
const lookedAfter = (placingAuthority?: string) => ({
  ...nothing,
  careStatus: "looked-after",
  placingAuthority,
});

describe("a question left as it was printed, or answered with what is not known, states nothing", () => {
  it.each([
    "Yes/No",
    "Y/N",
    "Yes / No (delete as appropriate)",
    "N/K at this time",
    "Not known to us",
    "No information",
    "No record held",
  ])("%s", async (value) => {
    expect(await careOf({ LAC: value, "Care Leaver": value, "CP Plan": value, CSE: value })).toEqual(nothing);
  });
});

describe("looked after", () => {
  it.each([
    ["In care of Nottingham City Council", "Nottingham City Council"],
    ["In the care of Nottingham City Council", "Nottingham City Council"],
    ["Yes, full care order, Derby City Council", "Derby City Council"],
    ["Yes, placed by Derby City Council", "Derby City Council"],
    ["Full Care Order (s31) - Leicester City Council", "Leicester City Council"],
    ["Yes – London Borough of Camden", "London Borough of Camden"],
    ["Yes - Stoke-on-Trent City Council", "Stoke-on-Trent City Council"],
    ["Yes (Bournemouth, Christchurch and Poole Council)", "Bournemouth, Christchurch and Poole Council"],
    ["Derby City Council", "Derby City Council"],
    ["Yes - Section 20 - Leicester City Council - since 2024", "Leicester City Council"],
    ["Yes: Derbyshire County Council (SW Ann Vale)", "Derbyshire County Council"],
    ["ICO", undefined],
    ["FCO", undefined],
    ["Voluntary accommodated", undefined],
  ])("%s", async (value, placingAuthority) => {
    expect(await careOf({ LAC: value })).toEqual(lookedAfter(placingAuthority));
  });
});

describe("what only sounds like it", () => {
  it.each([
    "LAC review pending - not LAC",
    "Looked after until 2024",
    "In care proceedings",
    "Looked after by grandparents (private arrangement)",
    "Accommodated with friends",
    "Previously LAC",
    "Not known to Derby City Council",
    "Yes until March 2024",
  ])("%s is left to a person", async (value) => {
    expect(await careOf({ "Care Status": value })).toEqual(nothing);
  });

  it.each(["Non-LAC", "No - Leicester City Council aware", "No longer looked after"])(
    "%s is not looked after",
    async (value) => {
      expect(await careOf({ "Care Status": value })).toEqual({ ...nothing, careStatus: "not-looked-after" });
    },
  );
});

describe("a care leaver", () => {
  it.each([
    { LAC: "No - care leaver" },
    { "Care Leaver": "Yes - Derby" },
    { LAC: "No", "Care Leaver": "Yes" },
  ])("%j", async (facts) => {
    expect(await careOf(facts as Record<string, string>)).toEqual({ ...nothing, careStatus: "care-leaver" });
  });
});

describe("a local authority", () => {
  it("places only a child that is looked after", async () => {
    const local = { "Local Authority": "Leicestershire County Council" };
    expect((await careOf({ LAC: "No", ...local })).placingAuthority).toBeUndefined();
    expect((await careOf({ LAC: "Yes", ...local })).placingAuthority).toBe("Leicestershire County Council");
  });
});

describe("labels that ask", () => {
  it.each(["LAC Y/N", "Is the child in care", "CLA status", "Is child looked after"])("%s", async (label) => {
    expect((await careOf({ [label]: "Yes" })).careStatus).toBe("looked-after");
  });

  it.each(["Is the child subject to a child protection plan", "On a child protection plan?"])(
    "%s",
    async (label) => {
      expect((await careOf({ [label]: "Y" })).childProtectionPlan).toBe(true);
    },
  );
});

it("a legal status that contradicts the answer is for a person", async () => {
  expect((await careOf({ LAC: "No", "Legal Status": "Section 20" })).reasons).toEqual([
    "conflicting-values:careStatus",
  ]);
});
