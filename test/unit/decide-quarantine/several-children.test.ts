import { describe, expect, it } from "vitest";
import type { CompactDraft } from "../../../functions/domain/compact/compact.ts";
import { aMissing, aReading } from "../../builders/reading.ts";
import { entryOf } from "../../fakes/ledger.ts";
import { decide, receive } from "../../fakes/steps.ts";
import { aWorld, eventsOf, rows, theRow } from "../../fakes/world.ts";

type Decided = Awaited<ReturnType<typeof decide>>;
const saysOf = (decided: Decided): string[] =>
  decided.outcome === "refused" ? decided.faults.map(({ says }) => says) : [];

const child = (reference: string, forenames: string) =>
  aMissing({ reference, child: { forenames, surname: "Cattermole", dateOfBirth: "2012-01-01" } });
const withoutBirthday = (reference: string, forenames: string): CompactDraft => {
  const { child: whole, ...rest } = child(reference, forenames);
  const { dateOfBirth: _, ...known } = whole;
  return { ...rest, child: known };
};

/** Ann is followed; Ben and Cy wait. */
const reading = aReading({
  compacts: [child("MP/26/200010", "Ann")],
  waiting: [withoutBirthday("MP/26/200011", "Ben"), withoutBirthday("MP/26/200012", "Cy")],
  reasons: ["no-date-of-birth"],
});

const world = async () => {
  const one = aWorld();
  await receive(one, "mail-1", reading);
  return one;
};
const references = (one: Awaited<ReturnType<typeof world>>) =>
  rows(one)
    .map(({ reference }) => reference)
    .toSorted();

describe("a mail in which two children wait beside one who is followed", () => {
  it("is not settled by a release that speaks of one child: the sentence says which two wait", async () => {
    const one = await world();
    const { provenance: _, ...ben } = child("MP/26/200011", "Ben");
    for (const data of [ben, { dateOfBirth: "2013-01-01" }, { compacts: [{ dateOfBirth: "2013-01-01" }] }])
      expect(saysOf(await decide(one, "release", reading, { data }))[0]).toMatch(
        /^2 reports wait in the mail \(MP\/26\/200011, MP\/26\/200012\): say which/,
      );
    expect(entryOf(one.db, "mail-1")).not.toHaveProperty("decision");
  });

  it("is released with what each lacks, and nothing that the mail states need be said again", async () => {
    const one = await world();
    const data = { compacts: [{ dateOfBirth: "2013-01-01" }, { dateOfBirth: "2014-01-01" }] };
    expect(await decide(one, "release", reading, { data })).toMatchObject({ outcome: "decided" });
    expect(references(one)).toEqual(["MP/26/200010", "MP/26/200011", "MP/26/200012"]);
    const [event] = await eventsOf(one, theRow(one, "MP/26/200012").episodeId);
    expect(event).toMatchObject({
      compact: { child: { forenames: "Cy", surname: "Cattermole", dateOfBirth: "2014-01-01" } },
      released: { corrected: ["dateOfBirth"] },
    });
  });

  it("hears of each report what it still lacks", async () => {
    expect(saysOf(await decide(await world(), "release", reading, {}))).toEqual([
      "report 1, child.dateOfBirth: the mail does not state it, so say it",
      "report 2, child.dateOfBirth: the mail does not state it, so say it",
    ]);
  });

  it("may be released for one of them where the person says why the other is left out", async () => {
    const one = await world();
    const data = { compacts: [{ dateOfBirth: "2013-01-01" }, null] };
    expect(saysOf(await decide(one, "release", reading, { data }))).toEqual([
      "Say why a report is left out: a reason is kept with the mail.",
    ]);
    await decide(one, "release", reading, { data, reason: "the third is a drill" });
    expect(references(one)).toEqual(["MP/26/200010", "MP/26/200011"]);
    expect(entryOf(one.db, "mail-1")?.decision).toMatchObject({
      leftOut: [2],
      reason: "the third is a drill",
    });
  });

  it("is discarded, and not released, where nothing is to be done about any of them", async () => {
    const data = { compacts: [null, null] };
    expect(saysOf(await decide(await world(), "release", reading, { data, reason: "x" }))).toEqual([
      "Nothing is left to release: discard the mail instead, with a reason.",
    ]);
  });

  it("is attached only by somebody who says that so many reports are not acted on", async () => {
    const one = await world();
    const attach = { reference: "MP/26/200010", reason: "siblings" };
    expect(saysOf(await decide(one, "attach", reading, attach))).toEqual([
      "2 reports wait in the mail, and attached none of them is acted on: release it, or say waiting: 2 to attach it all the same.",
    ]);
    expect(await decide(one, "attach", reading, { ...attach, data: { waiting: 2 } })).toMatchObject({
      outcome: "decided",
    });
  });
});

describe("two children read under one reference", () => {
  const cosmo = child("MP/26/200005", "Cosmo");
  const drusilla = child("MP/26/200005", "Drusilla");
  const both = aReading({ compacts: [cosmo, drusilla] });

  it("both wait, and are released once each has a reference of its own", async () => {
    const one = aWorld();
    expect(await receive(one, "mail-1", both)).toMatchObject({ outcome: "quarantined", waiting: 2 });
    expect(saysOf(await decide(one, "release", both))[0]).toMatch(
      /^reference: MP\/26\/200005 stands for children with another first name/,
    );
    const data = { compacts: [{}, { reference: "MP/26/200006" }] };
    await decide(one, "release", both, { data });
    expect(references(one)).toEqual(["MP/26/200005", "MP/26/200006"]);
  });
});
