import { describe, expect, it } from "vitest";
import { writtenAlike } from "../../../../functions/reading/compact/forms/written-alike.ts";
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
    "MPR 26 / 5512",
    "HC-26-0199-MP",
    "MP/26/004417-A",
    "MP/26/004417/B",
    "DC/MP/26/04417",
    "PC/26/04417",
    "DP-MIS-2026-2001",
    "DP MIS 2026 2001",
    "COMPACT/DP/2026/2001/1",
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

  it.each(["DP-MIS-2026-", "MP/26/", "MP/26/004417 - A", "MP/26/004417 / B"])(
    "half of one is a person's: %s",
    (text) => {
      expect(readReference("reference")(text)).toEqual({ reason: "conflicting-values:reference" });
    },
  );

  it.each(["2010", "2011", "2012", "2013", "2212"])("any hyphen is one: U+%s", (code) => {
    const hyphen = String.fromCodePoint(Number.parseInt(code, 16));
    expect(reference(writtenAlike(`DP${hyphen}MIS${hyphen}2026${hyphen}2001`))).toBe("DP-MIS-2026-2001");
  });

  it.each(["2044", "2215", "ff0f", "29f8"])("any slash is one: U+%s", (code) => {
    const slash = String.fromCodePoint(Number.parseInt(code, 16));
    expect(reference(writtenAlike(`MP${slash}26${slash}004417`))).toBe("MP/26/004417");
  });

  it.each(["DP-MIS-2026-\r\n2001", "DP-MIS-\r\n2026-2001", "DP-MIS-2026\r\n-2001"])(
    "one wrapped over a line is whole: %j",
    async (wrapped) => {
      const raw = aReport({ "COMPACT Ref": wrapped });
      expect((await read(raw)).result.compacts[0]?.reference).toBe("DP-MIS-2026-2001");
    },
  );

  it.each([
    ["the whole one", "Missing Person Report DP-MIS-2026-2001", "DP-MIS-2026-2001", []],
    ["its bare number", "Missing Person Report 004417", "MP/26/004417", []],
    [
      "another end",
      "Missing Person Report MP/26/004417-A",
      "MP/26/004417-B",
      ["conflicting-values:reference"],
    ],
    [
      "more than the form",
      "Missing Person Report DP-MIS-2026-2001",
      "MIS-2026-2001",
      ["conflicting-values:reference"],
    ],
    ["the same with spaces", "Missing Person Report MPR 26 / 5512", "MPR 26 / 5512", []],
    [
      "another with spaces",
      "Missing Person Report MPR 26 / 5513",
      "MPR 26 / 5512",
      ["conflicting-values:reference"],
    ],
  ])("a subject that names %s is compared whole", async (_what, subject, form, reasons) => {
    expect(await reasonsOf(aReport({ "COMPACT Ref": form }, { subject }))).toEqual(reasons);
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

describe("a date of birth in a subject", () => {
  it.each(["dob 09/03/2011", "(DOB: 9 March 2011)", "D.O.B. 09.03.2011", "aged 15"])(
    "agrees: %s",
    async (words) => {
      expect(await reasonsOf(aReport({}, { subject: `Missing Person Report ${words}` }))).toEqual([]);
    },
  );
  it.each(["dob 03/09/2011", "(DOB: 9 March 2012)", "born 10.03.2011"])("contradicts: %s", async (words) => {
    expect(await reasonsOf(aReport({}, { subject: `Missing Person Report ${words}` }))).toEqual([
      "conflicting-values:dateOfBirth",
    ]);
  });
});
