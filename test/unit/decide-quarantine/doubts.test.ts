import { describe, expect, it } from "vitest";
import type { CompactDraft } from "../../../functions/domain/compact/compact.ts";
import type { Reading } from "../../../functions/reading/reading.ts";
import { aFound, aMissing, anUnreadable, aReading } from "../../builders/reading.ts";
import { decide, receive } from "../../fakes/steps.ts";
import { aWorld, eventsOf, rows, theRow } from "../../fakes/world.ts";

const doubtful = (reasons: string[], ...compacts: CompactDraft[]): Reading => ({
  result: { status: "quarantined", reasons, compacts },
  mail: anUnreadable(reasons, { force: "leicestershire-police" }).mail,
});

const release = async (reading: Reading, data?: unknown, rest = {}) => {
  const world = aWorld();
  await receive(world, "mail-1", reading);
  const decided = await decide(world, "release", reading, { data, ...rest });
  return { world, says: decided.outcome === "refused" ? decided.faults.map(({ says }) => says) : [] };
};

const why =
  "the mail contradicts itself or cannot be read here, so say what holds, even if it is what was read";
/** What an episode can do without may be left open. */
const orNull = `${why}; null where nobody knows`;

const sam = aMissing({
  reference: "MP/26/004418",
  child: { forenames: "Sam", surname: "Reeve", dateOfBirth: "2012-01-20" },
});
/** Two children, each missing since before the mail. */
const two = (...reasons: string[]) => doubtful(reasons, aMissing(), sam);

describe("a mail that contradicts itself", () => {
  it.each([
    ["conflicting-values:missingSince", { missingSince: "2026-11-14T20:00:00Z" }],
    ["views-disagree:risk", { risk: "high" }],
    ["unreadable-date:reportedAt", { reportedAt: null }],
    ["conflicting-values:dateOfBirth", { child: { dateOfBirth: "2011-03-09" } }],
    ["conflicting-values:surname", { "child.surname": "Marlowe" }],
    ["conflicting-values:officer", { officer: { station: "Beaumont Leys" } }],
    ["views-disagree:preventionInterview", { preventionInterview: { completed: false } }],
  ])("as %s is released once %j is said, and not before", async (reason, data) => {
    const bare = await release(doubtful([reason], aMissing()));
    expect(bare.says).toEqual([expect.stringContaining(`${reason.split(":")[1]}: ${why}`)]);
    expect(rows(bare.world)).toEqual([]);
    expect((await release(doubtful([reason], aMissing()), data)).says).toEqual([]);
  });

  it("in several fields is refused in one sentence that names those still open", async () => {
    const reading = doubtful(["conflicting-values:dateOfBirth", "views-disagree:risk"], aMissing());
    expect((await release(reading)).says).toEqual([`dateOfBirth, risk: ${orNull}`]);
    expect((await release(reading, { risk: "low" })).says).toEqual([`dateOfBirth: ${why}`]);
  });

  it("says nothing of a group by an empty one", async () => {
    const reading = doubtful(["conflicting-values:officer"], aMissing());
    expect((await release(reading, { officer: {} })).says).toEqual([`officer: ${orNull}`]);
  });

  it("keeps in the event what the person said, though it is what was read", async () => {
    const reading = doubtful(["conflicting-values:missingSince"], aMissing());
    const { world } = await release(reading, { missingSince: aMissing().missingSince });
    const [event] = await eventsOf(world, theRow(world).episodeId);
    expect(event).toMatchObject({ released: { corrected: ["missingSince"] } });
  });

  it.each([["conflicting-values:subject"], ["conflicting-values:body"], ["ambiguous-date:missingSince"]])(
    "only as %s has nothing a person could say",
    async (reason) => {
      expect((await release(doubtful([reason, "spam"], aMissing()))).says).toEqual([]);
    },
  );

  it("is asked about by what is read now, and not by what the ledger kept", async () => {
    const world = aWorld();
    await receive(world, "mail-1", doubtful(["conflicting-values:dateOfBirth"], aMissing()));
    expect(await decide(world, "release", doubtful(["no-reference"], aMissing()))).toMatchObject({
      outcome: "decided",
    });
  });

  it("asks once for what it lacks besides", async () => {
    const { dateOfBirth: _, ...child } = aMissing().child;
    const reading = doubtful(["unreadable-date:dateOfBirth"], { ...aMissing(), child });
    expect((await release(reading)).says).toEqual([
      "child.dateOfBirth: the mail does not state it, so say it",
    ]);
  });
});

describe("a mail of several reports that contradicts itself", () => {
  it("is released once one of them says which value holds, for whose it is is not known", async () => {
    const reading = two("conflicting-values:dateOfBirth");
    expect((await release(reading)).says).toEqual([`dateOfBirth of report 1 or 2: ${why}`]);
    const data = { compacts: [{}, { dateOfBirth: "2012-01-20" }] };
    expect((await release(reading, data)).says).toEqual([]);
  });

  it("asks nothing of a report left out, and all of the other", async () => {
    const reading = two("conflicting-values:dateOfBirth");
    const reason = "a drill";
    expect((await release(reading, { compacts: [null, {}] }, { reason })).says).toEqual([
      `dateOfBirth of report 2: ${why}`,
    ]);
    const data = { compacts: [null, { dateOfBirth: "2012-01-20" }] };
    expect((await release(reading, data, { reason })).says).toEqual([]);
  });

  it("is not settled by what another of its reports lacks", async () => {
    const { dateOfBirth: _, ...child } = sam.child;
    const reading = doubtful(["conflicting-values:dateOfBirth", "no-date-of-birth"], aMissing(), {
      ...sam,
      child,
    });
    const data = { compacts: [{}, { dateOfBirth: "2012-01-20" }] };
    expect((await release(reading, data)).says).toEqual([`dateOfBirth of report 1: ${why}`]);
  });

  it("of two kinds keeps none, so the report without one is that which is asked about", async () => {
    const { kind: _, ...unkind } = sam;
    const reading = doubtful(["conflicting-values:kind"], aMissing(), unkind);
    expect((await release(reading, { compacts: [{}, { kind: "missing" }] })).says).toEqual([]);
  });

  it("of times that can't be is asked in each that has them", async () => {
    const found = aFound({ foundAt: "2026-11-14T20:00:00+00:00", missingSince: "2026-11-14T21:00:00+00:00" });
    const [one, other] = [found, { ...found, reference: "MP/26/004418", child: sam.child }];
    const reading = doubtful(["conflicting-values:foundAt", "conflicting-values:returnedAt"], one, other);
    const holds = { foundAt: "2026-11-14T22:00:00Z", returnedAt: "2026-11-14T22:00:00Z" };
    expect((await release(reading, { compacts: [holds, {}] })).says).toEqual([
      `foundAt of report 2, returnedAt of report 2: ${orNull}`,
    ]);
    expect((await release(reading, { compacts: [holds, holds] })).says).toEqual([]);
  });

  it("is asked about only among those that wait, where the others are followed", async () => {
    const reading = aReading({ waiting: [sam], reasons: ["views-disagree:risk"] });
    expect((await release(reading)).says).toEqual([`risk: ${orNull}`]);
    expect((await release(reading, { risk: "high" })).says).toEqual([]);
  });
});

describe("a time or day that can't be, as read and named by no reason", () => {
  const read = (facts: Parameters<typeof aMissing>[0]) => doubtful(["no-reference"], aMissing(facts));

  it.each([
    // Later than the mail's own Date as well (ALL-22).
    [
      { missingSince: "2026-11-15T02:00:00+00:00" },
      `missingSince: ${orNull}`,
      "missingSince: has not come yet",
    ],
    [{ missingSince: "2024-11-14T21:30:00+00:00" }, "missingSince: is more than a year ago"],
    [{ child: { dateOfBirth: "1960-06-06" } }, "dateOfBirth: is more than 25 years ago"],
    [
      { preventionInterview: { at: "2026-11-15T02:00:00+00:00" } },
      "preventionInterview.at: has not come yet",
    ],
  ])("%j is refused as one a person gives", async (facts, ...sentences) => {
    expect((await release(read(facts))).says).toEqual(sentences);
  });

  it("is released with another, or without it where it can be done without", async () => {
    const facts = { missingSince: "2026-11-15T02:00:00+00:00", reportedAt: "2026-11-14T22:00:00+00:00" };
    for (const missingSince of ["2026-11-14T20:00:00Z", null])
      expect((await release(read(facts), { missingSince })).says).toEqual([]);
  });

  it("leaves an interview that is still to be held", async () => {
    const preventionInterview = { completed: false, at: "2026-11-15T02:00:00+00:00" };
    expect((await release(read({ preventionInterview }))).says).toEqual([]);
  });
});
