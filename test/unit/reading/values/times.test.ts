import { describe, expect, it } from "vitest";
import { aMail, aReport, complete, lines, read, reasonsOf, theCompact } from "../mails.ts";

const since = "2026-11-14T21:30:00+00:00";
const { "Missing Since": _, ...undated } = complete;
const asMissing = (facts: Record<string, string>) => aMail({ body: lines({ ...undated, ...facts }) });
const asFound = (facts: Record<string, string>) =>
  aMail({
    subject: "Found Report",
    date: "Sun, 15 Nov 2026 10:20:00 +0000",
    body: lines({ ...undated, ...facts }).replace("MISSING PERSON REPORT", "FOUND REPORT"),
  });

describe("labels for times", () => {
  it.each([
    { "Missing Date": "14/11/2026", "Missing Time": "21:30" },
    { "Date Missing Since": "14/11/2026", "Time Missing Since": "9.30pm" },
    { "Time and date last seen": "21:30 on 14/11/2026" },
    { "Absent Since": "14/11/2026 21:30" },
  ])("missing since: %o", async (facts) => {
    expect((await theCompact(asMissing(facts as Record<string, string>)))?.missingSince).toBe(since);
  });

  it.each([
    ["foundAt", { "Time and date found": "15/11/2026 09:50" }],
    ["returnedAt", { "Date and time returned home": "15/11/2026 09:50" }],
    ["returnedAt", { "Date returned home": "15/11/2026", "Time returned home": "09:50" }],
    ["reportedAt", { "Reported date": "15/11/2026", "Reported time": "09:50" }],
  ])("%s: %o", async (field, facts) => {
    expect(await theCompact(asFound(facts as Record<string, string>))).toMatchObject({
      [field]: "2026-11-15T09:50:00+00:00",
    });
  });

  it("when a form was last changed names no kind", async () => {
    expect(await reasonsOf(aReport({ "Last updated": "14/11/2026 22:50" }))).toEqual([]);
  });

  it("halves that differ contradict each other, and a whole moment", async () => {
    const halves = { "Date Missing": "14/11/2026", "Missing Date": "13/11/2026", "Time Missing": "21:30" };
    expect(await reasonsOf(asMissing(halves))).toEqual(["conflicting-values:missingSince"]);
    expect(await reasonsOf(aReport({ "Missing Date": "13/11/2026" }))).toEqual([
      "conflicting-values:missingSince",
    ]);
  });
});

describe("words where a time should stand", () => {
  const found = { "Date/Time Found": "15/11/2026 09:50" };

  it("a place under a label for a find is where the child was", async () => {
    const { result } = await read(asFound({ ...found, Located: "Friend's house, Braunstone" }));
    expect(result).toMatchObject({
      reasons: [],
      compacts: [{ foundLocation: "Friend's house, Braunstone" }],
    });
  });

  it("a place beside the place found is kept for a person", async () => {
    const { result } = await read(asFound({ ...found, "Found At": "Braunstone", Returned: "Home" }));
    expect(result).toMatchObject({
      reasons: [],
      unrecognised: [{ label: "Returned", value: "Home" }],
      compacts: [{ foundLocation: "Braunstone" }],
    });
  });

  it("where nothing says when, it is a fault", async () => {
    expect(await reasonsOf(asFound({ Located: "Friend's house" }))).toEqual(["unreadable-date:foundAt"]);
    expect(await reasonsOf(aReport({ "Missing Since": "after school" }))).toEqual(["odd-time:missingSince"]);
  });

  it.each(["Not found", "Not located", "Still missing", "No"])("%s is no find", async (said) => {
    const { result } = await read(aReport({ Found: said }));
    expect(result).toMatchObject({ reasons: [], compacts: [{ kind: "missing" }] });
  });
});

describe("times that can't be", () => {
  it.each<[string, Buffer, string]>([
    ["found ten days from now", asFound({ "Date/Time Found": "25/11/2026 09:50" }), "foundAt"],
    [
      "found before missing",
      asFound({ "Missing Since": "15/11/2026 09:51", "Date/Time Found": "15/11/2026 09:50" }),
      "foundAt",
    ],
    [
      "returned before missing",
      asFound({ "Missing Since": "15/11/2026 09:51", "Date Returned": "15/11/2026 09:50" }),
      "returnedAt",
    ],
  ])("%s is for a person", async (_what, raw, field) => {
    expect(await reasonsOf(raw)).toEqual([`conflicting-values:${field}`]);
  });

  it.each<[string, Buffer, string, string]>([
    [
      "missing ten days from now",
      aReport({ "Missing Since": "24/11/2026 21:30" }),
      "missingSince",
      "2026-11-15T11:05:00+00:00",
    ],
    [
      "missing ten days from now, reported today",
      aReport({ "Missing Since": "24/11/2026 21:30", "Date Reported": "15/11/2026 10:30" }),
      "missingSince",
      "2026-11-15T10:30:00+00:00",
    ],
    [
      "missing after it was reported",
      aReport({ "Date Reported": "14/11/2026 20:30" }),
      "missingSince",
      "2026-11-14T20:30:00+00:00",
    ],
    [
      "reported on a day without an hour",
      aReport({ "Date Reported": "14/11/2026" }),
      "reportedAt",
      "2026-11-14T21:30:00+00:00",
    ],
    [
      "ALL-22: missing an hour and a minute after the mail was sent",
      aReport({ "Missing Since": "15/11/2026 12:06" }),
      "missingSince",
      "2026-11-15T11:05:00+00:00",
    ],
    [
      "ALL-22: reported in the evening after the mail was sent",
      aReport({ "Date Reported": "15/11/2026 21:30" }),
      "reportedAt",
      "2026-11-14T21:30:00+00:00",
    ],
    ["a child of sixty", aReport({ DOB: "09/03/1966" }), "dateOfBirth", "2026-11-14T21:30:00+00:00"],
  ])("%s is acted on at once, from the earliest time that can be", async (_what, raw, field, since) => {
    const { result } = await read(raw);
    expect(result).toMatchObject({
      status: "accepted",
      reasons: [`odd-time:${field}`],
      compacts: [{ missingSince: since }],
    });
  });

  it.each<[string, Buffer]>([
    ["since nobody can say when", aReport({ "Missing Since": "last night" })],
    ["and no word of since when", aReport({ "Missing Since": "" })],
  ])("missing %s is acted on at once, as reported when it was sent", async (_what, raw) => {
    const { result } = await read(raw);
    expect(result).toMatchObject({
      status: "accepted",
      reasons: ["odd-time:missingSince"],
      compacts: [{ reportedAt: "2026-11-15T11:05:00+00:00" }],
    });
    expect(result.compacts[0]?.missingSince).toBeUndefined();
  });

  it.each<[string, Buffer, string]>([
    [
      "found a year before it returned",
      asFound({ Found: "15/11/2025 09:50", "Date Returned": "15/11/2026 10:20" }),
      "foundAt",
    ],
    ["found two hours after the mail", asFound({ Found: "15/11/2026 13:06" }), "foundAt"],
    ["a found child of sixty", asFound({ Found: "15/11/2026 09:50", DOB: "09/03/1966" }), "dateOfBirth"],
  ])("%s is for a person", async (_what, raw, field) => {
    expect(await reasonsOf(raw)).toEqual([`conflicting-values:${field}`]);
  });

  it("an interview held next week is odd, one not held has its date", async () => {
    const planned = { "Prevention Interview Date": "25/11/2026 14:00" };
    expect(await reasonsOf(aReport({ ...planned, "Prevention Interview": "Yes" }))).toEqual([
      "odd-time:preventionInterview",
    ]);
    expect(await reasonsOf(aReport({ ...planned, "Prevention Interview": "No" }))).toEqual([]);
  });

  it.each<[string, Buffer]>([
    [
      "found at the moment it went missing",
      asFound({ "Missing Since": "15/11/2026 09:50", Found: "15/11/2026 09:50" }),
    ],
    ["missing 59 minutes after the mail's own Date", aReport({ "Missing Since": "15/11/2026 12:04" })],
    [
      "ALL-22: missing an hour after it, by a clock that runs fast",
      aReport({ "Missing Since": "15/11/2026 12:05" }),
    ],
    ["reported a few minutes before the last sighting", aReport({ "Date Reported": "14/11/2026 21:25" })],
  ])("%s is not", async (_what, raw) => {
    expect(await reasonsOf(raw)).toEqual([]);
  });
});

describe("a date of birth with an age beside it", () => {
  it.each([
    { "DOB/Age": "09/03/2011 (15)" },
    { DOB: "(09/03/2011)" },
    { DOB: "15 (09/03/2011)" },
    { "DOB & Age": "09/03/2011, 15" },
  ])("%o", async (facts) => {
    const { DOB: __, ...rest } = complete;
    const { result } = await read(aMail({ body: lines({ ...rest, ...(facts as Record<string, string>) }) }));
    expect(result).toMatchObject({ reasons: [], compacts: [{ child: { dateOfBirth: "2011-03-09" } }] });
  });

  it("has to agree with it", async () => {
    expect(await reasonsOf(aReport({ DOB: "14 (09/03/2011)" }))).toEqual(["conflicting-values:dateOfBirth"]);
  });
});
