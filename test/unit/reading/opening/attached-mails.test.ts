import { describe, expect, it } from "vitest";
import { aMail, complete, lines, multipart, read } from "../mails.ts";

type Facts = Record<string, string>;
type Sent = { title?: string; date?: string; subject?: string };

const report = (changes: Facts = {}, { title = "MISSING PERSON REPORT", date, subject = title }: Sent = {}) =>
  aMail({
    subject,
    body: lines({ ...complete, ...changes }).replace("MISSING PERSON REPORT", title),
    ...(date ? { date } : {}),
  });

const { "Missing Since": _, ...identity } = complete;

const found = (): Buffer =>
  aMail({
    subject: "Found Report",
    body: lines({ ...identity, "Date/Time Found": "14/11/2026 22:50" }).replace("MISSING PERSON", "FOUND"),
  });

const around = (body: string, mails: readonly Buffer[], subject = "FW: reports") =>
  read(
    multipart(
      "mixed",
      [
        { type: "text/plain", body },
        ...mails.map((mail) => ({ type: "message/rfc822", body: mail.toString() })),
      ],
      { subject },
    ),
  );

const tyler = { "Forename(s)": "Tyler", DOB: "21/05/2013" };
const said = "Please see attached.";
const [saturday, sunday] = ["Sat, 14 Nov 2026 22:00:00 +0000", "Sun, 15 Nov 2026 08:00:00 +0000"];

describe("mails attached to a mail", () => {
  it("may not report two children under one reference: neither is lost, a person says whose it is", async () => {
    const { result } = await around(said, [report(), report(tyler)]);
    expect(result).toMatchObject({ status: "quarantined", reasons: ["conflicting-values:reference"] });
    expect(result.compacts.map(({ child }) => child.forenames)).toEqual(["Ellie May", "Tyler"]);
  });

  it("may each report a child of its own", async () => {
    const { result } = await around(said, [report(), report({ ...tyler, "COMPACT Ref": "MP/26/004418" })]);
    expect(result).toMatchObject({ status: "accepted", reasons: [] });
    expect(result.compacts).toHaveLength(2);
  });

  it("may report a child missing and then found: both count, whichever is attached first", async () => {
    for (const mails of [
      [report(), found()],
      [found(), report()],
    ])
      expect((await around(said, mails)).result.compacts.map(({ kind }) => kind)).toEqual([
        "missing",
        "found",
      ]);
  });

  it("are one report where they say the same, or one says more of it", async () => {
    const { result } = await around(said, [report(), report({ School: "Fosse Park" })]);
    expect(result).toMatchObject({ reasons: [], compacts: [{ child: { school: "Fosse Park" } }] });
    expect(result.compacts).toHaveLength(1);
  });

  it("are two reports where the newer says otherwise, in the order of their dates", async () => {
    const older = report({ Risk: "Medium" }, { date: saturday });
    const newer = report({ Risk: "High" }, { date: sunday });
    for (const mails of [
      [older, newer],
      [newer, older],
    ]) {
      const { result } = await around(said, mails);
      expect(result.reasons).toEqual([]);
      expect(result.compacts.map(({ risk }) => risk)).toEqual(["medium", "high"]);
    }
  });

  it("are for a person where they differ and nothing says which is the newer", async () => {
    const { result } = await around(said, [report({ Risk: "Medium" }), report({ Risk: "High" })]);
    expect(result).toMatchObject({ status: "quarantined", reasons: ["conflicting-values:risk"] });
  });

  it("are for a person where they differ on when one child was born, however old they are", async () => {
    const mails = [report({}, { date: saturday }), report({ DOB: "10/03/2011" }, { date: sunday })];
    expect((await around(said, mails)).result).toMatchObject({
      status: "quarantined",
      reasons: ["conflicting-values:dateOfBirth", "conflicting-values:reference"],
    });
  });

  it("may not be of another kind than the mail around them", async () => {
    const { result } = await around(said, [report()], "Found Report MP/26/004417");
    expect(result).toMatchObject({ status: "quarantined", reasons: ["conflicting-values:kind"] });
    expect((await around(said, [report()], "Found: Ellie")).result.reasons).toEqual([
      "conflicting-values:kind",
    ]);
  });

  it("may be of another kind than one word of a subject", async () => {
    expect((await around(said, [found()], "FW: missing child")).result.reasons).toEqual([]);
  });

  it("may be called by the force's log number", async () => {
    const inner = report({ "Incident No": "LP-20261114-0932" });
    const { result } = await around(said, [inner], "FW: Missing Person Report LP-20261114-0932");
    expect(result).toMatchObject({ status: "accepted", reasons: [] });
  });

  it("may not be called by another reference", async () => {
    const { result } = await around("MISSING PERSON REPORT\r\n\r\nCOMPACT Ref: MP/26/009999", [report()]);
    expect(result.reasons).toEqual(["conflicting-values:reference"]);
  });
});

describe("words over an attached mail that name no child", () => {
  const update =
    "UPDATE\r\n\r\nCOMPACT Ref: MP/26/004417\r\nCurrent Risk: High\r\n\r\nOriginal attached.\r\n";

  it("are an update of the child it reports", async () => {
    const { result } = await around(update, [report({ Risk: "Medium" })], "Update: MP/26/004417");
    expect(result.reasons).toEqual([]);
    expect(result.compacts).toMatchObject([
      { kind: "missing", risk: "medium" },
      { kind: "update", risk: "high", child: { surname: "ASHDOWN", dateOfBirth: "2011-03-09" } },
    ]);
  });

  it("may not contradict it as a report of the same kind", async () => {
    const body = update.replace("UPDATE", "MISSING PERSON REPORT");
    const { result } = await around(body, [report({ Risk: "Medium" })]);
    expect(result).toMatchObject({ status: "quarantined", reasons: ["conflicting-values:risk"] });
  });

  it("are of neither of two children where they do not say which", async () => {
    const mails = [report(), report({ ...tyler, "COMPACT Ref": "MP/26/004418" })];
    const { result } = await around("Current Risk: High\r\nCircumstances: Left together.", mails);
    expect(result).toMatchObject({ status: "quarantined", reasons: ["conflicting-values:risk"] });
    expect(result.compacts).toHaveLength(2);
  });

  it("and lower the risk leave the higher one known", async () => {
    const own = lines({ ...complete, Risk: "Low" }).replace("MISSING PERSON REPORT", "UPDATE");
    const { result } = await around(own, [report({ Risk: "High" })], "Update: MP/26/004417");
    expect(result.compacts).toMatchObject([
      { kind: "missing", risk: "high" },
      { kind: "update", risk: "low" },
    ]);
  });
});
