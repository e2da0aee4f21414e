import { describe, expect, it } from "vitest";
import { kindEvidence, settleKinds } from "../../../../functions/reading/compact/values/kinds.ts";
import { lexiconOf } from "../../../../functions/reading/compact/words/lexicon.ts";
import { aMail, aReport, complete, lines, read } from "../mails.ts";

const lexicon = lexiconOf();
const kindOfSubject = (subject: string) =>
  settleKinds(new Set(kindEvidence([], subject, lexicon).map(({ kind }) => kind)));
const kindOfHeading = (heading: string) =>
  settleKinds(new Set(kindEvidence([heading], "COMPACT", lexicon).map(({ kind }) => kind)));
const found = { "Date/Time Found": "15/11/2026 09:50" };
const headed = (heading: string, more: Record<string, string> = {}, subject = "COMPACT MP/26/004417") =>
  read(
    aMail({
      subject,
      body: lines({ ...complete, ...more }).replace("MISSING PERSON REPORT", heading),
    }),
  ).then(({ result }) => result);

describe("a subject that names a find", () => {
  it.each([
    "Missing Person Report - FOUND MP/26/004417",
    "Missing Person Report: now found",
    "FOUND: Missing Person Report MP/26/004417",
    "Found Missing Person Report",
    "Missing Person Report (FOUND)",
    "Missing Person Report - safe and well",
    "No longer missing - MP/26/004417",
    "UPDATE - Found",
    "UPDATE: child found",
    "UPDATE: missing person located",
    "Update – found safe and well",
    "Child found safe and well",
  ])("%s is a find, whatever else it says", (subject) => {
    expect(kindOfSubject(subject)).toBe("found");
  });

  it.each([
    ["Missing child - phone found in a hedge", "missing"],
    ["Missing child: phone has been located", "missing"],
    ["Missing Person Report - not found after 24h", "missing"],
    ["Missing child - no trace found", "missing"],
    ["Missing child could not be located", "missing"],
    ["Missing child hasn't returned", "missing"],
    ["Missing child: circulate until located", "missing"],
    ["Missing again after being found yesterday", "missing"],
    ["Update - child wrongly recorded as found", "update"],
    ["Missing Person Report - safe and well check outstanding", "missing"],
  ])("%s is none", (subject, kind) => {
    expect(kindOfSubject(subject)).toBe(kind);
  });

  it("over a heading that says missing is for a person", async () => {
    const result = await headed("MISSING PERSON REPORT", found, "Ellie found - MP/26/004417");
    expect(result.reasons).toEqual(["conflicting-values:kind"]);
  });
});

describe("absent and missing", () => {
  it("the later one counts where one became the other", () => {
    expect(kindOfSubject("Absent upgraded to Missing MP/26/004417")).toBe("missing");
    expect(kindOfSubject("Missing downgraded to absent")).toBe("absent");
  });

  it("both in one subject are for a person", () => {
    expect(kindOfSubject("Missing Person (Absent)")).toBe("conflict");
  });

  it("the name of a form for both names neither", () => {
    expect(kindOfSubject("Missing/Absent Notification MP/26/004417")).toBeUndefined();
    expect(kindOfSubject("Missing / Found Notification")).toBeUndefined();
    expect(kindOfSubject("Located/Returned")).toBe("found");
  });
});

describe("a line that asks or dates", () => {
  it.each([
    "Last updated: 14/11/2026 23:05",
    "Awaiting update",
    "Update to follow",
    "Please update us",
    "Please notify us when the child has returned home",
    "Kindly contact us once located",
    "Found details",
  ])("%s names no kind", (heading) => {
    expect(kindOfHeading(heading)).toBeUndefined();
  });

  it("leaves the report what it is", async () => {
    const result = await headed("MISSING PERSON REPORT\r\nLast updated: 14/11/2026 23:05");
    expect(result).toMatchObject({ status: "accepted", compacts: [{ kind: "missing" }] });
  });
});

describe("a time of return", () => {
  it.each(["UPDATE", "ABSENT", "MISSING PERSON REPORT"])("under %s is for a person", async (heading) => {
    expect((await headed(heading, found)).reasons).toEqual(["conflicting-values:kind"]);
  });

  it("under an update that says found is a find", async () => {
    expect(await headed("UPDATE - FOUND", found)).toMatchObject({
      status: "accepted",
      compacts: [{ kind: "found" }],
    });
  });
});

describe("a field that names the kind", () => {
  it.each([
    "Type",
    "Kind",
    "Status",
    "Current Status",
    "Episode Status",
    "Missing Status",
    "Outcome",
    "State",
  ])("%s is read", async (label) => {
    const result = await headed("", { [label]: "Update" });
    expect(result).toMatchObject({
      status: "accepted",
      compacts: [{ kind: "update", provenance: { kind: { label, raw: "Update" } } }],
    });
  });

  it.each([
    ["Current Status", "Located"],
    ["Outcome", "Found safe and well"],
    ["Kind", "Cancelled"],
    ["Report Status", "Closed"],
    ["State", "Closed - found"],
  ])("%s: %s contradicts a missing report", async (label, value) => {
    const { result } = await read(aReport({ [label]: value }));
    expect(result.reasons).toEqual(["conflicting-values:kind"]);
  });

  it("a status that says found contradicts a type that says missing", async () => {
    const result = await headed("", { "Report Type": "Missing Person", Status: "Found" });
    expect(result.reasons).toEqual(["conflicting-values:kind"]);
  });

  it.each(["Open", "Still missing", "Not yet located", "Missing"])(
    "status %s leaves a missing report what it is",
    async (value) => {
      const { result } = await read(aReport({ Status: value }));
      expect(result).toMatchObject({ status: "accepted", compacts: [{ kind: "missing" }] });
    },
  );
});
