import { describe, expect, it } from "vitest";
import {
  readReference,
  referencesIn,
  sameReference,
} from "../../../../functions/reading/compact/values/references.ts";
import { aReport, read, reasonsOf } from "../mails.ts";

const reference = (text: string) => readReference("reference")(text).said?.reference;
const incident = (text: string) => readReference("incidentNumber")(text).said?.incidentNumber;

describe("references", () => {
  it.each([
    "MP/26/004417 v2",
    "MP/26/004417 Rev 1",
    "MP/26/004417 - Leicester",
    "MP/26/004417 - HIGH RISK",
    "MP/26/004417 dated 14 November 2026",
    "MP/26/004417 of 14/11/2026",
    "Ref MP/26/004417",
    "No. MP/26/004417",
    "MP/26/004417.",
    "MP/26/004417 -",
    "[MP/26/004417]",
    "MP/26/004417; CAD 932",
    "MP/26/004417 Officer 4471",
    "MP/26/004417 MP26004417",
  ])("a remark is no part of it: %s", (text) => {
    expect(reference(text)).toBe("MP/26/004417");
  });

  it.each([
    "MP 26 004417",
    "MP / 26 / 004417",
    "MP/26/ 004417",
    "4417",
    "LP-26_4417.1",
    "26MP004417",
    "NOR-26-17",
  ])("is kept as written: %s", (text) => {
    expect(reference(text)).toBe(text);
  });

  it("its own spaces are kept when a remark follows", () => {
    expect(reference("MP 26 004417 - HIGH RISK")).toBe("MP 26 004417");
  });

  it.each([
    "MP/26/004417 linked to MP/26/004390",
    "MP/26/004417 (linked to MP/26/004390)",
    "MP/26/004417 / MP/26/004390",
    "MP/26/004417 / 004390",
    "MP/26/004417 4390",
    "Linked MP 26 004417",
    "ABC",
  ])("two numbers, half of one or none are not read: %s", (text) => {
    expect(reference(text)).toBeUndefined();
  });

  it("an incident keeps its star, and the day its log is of", () => {
    expect(incident("26*0912345")).toBe("26*0912345");
    expect(incident("932 of 14/11/2026")).toBe("932 of 14/11/2026");
  });

  it("of several logs the first is the incident, and the others are kept under their labels", async () => {
    const { result } = await read(aReport({ "Incident No": "LP-20261114-0932", CAD: "932" }));
    expect(result).toMatchObject({ status: "accepted", reasons: [] });
    expect(result.compacts[0]).toMatchObject({
      incidentNumber: "LP-20261114-0932",
      provenance: { cad: { label: "CAD", raw: "932" } },
    });
  });

  it("two references of the report still contradict", async () => {
    expect(await reasonsOf(aReport({ "Misper ID": "MP/26/004418" }))).toEqual([
      "conflicting-values:reference",
    ]);
  });
});

describe("references in a subject", () => {
  it.each(["Missing 2026-11-14", "Missing 14112026", "Missing 20261114", "Missing 14/11/2026 21:30"])(
    "a date is none: %s",
    (subject) => {
      expect(referencesIn(subject)).toEqual([]);
    },
  );

  it("the number a reference ends with names the same report", () => {
    expect(sameReference("004417", "MP/26/004417")).toBe(true);
    expect(sameReference("MP26004417", "MP/26/004417")).toBe(true);
    expect(sameReference("4417", "MP/26/014417")).toBe(false);
    expect(sameReference("17", "MP/26/004417")).toBe(false);
  });
});
