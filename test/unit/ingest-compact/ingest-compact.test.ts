import { describe, expect, it } from "vitest";
import { aFound, aMissing, anUnreadable, aReading } from "../../builders/reading.ts";
import { fireDue, receive, record } from "../../fakes/steps.ts";
import { aWorld, eventsOf, outboxOf, rows, theRow, type World } from "../../fakes/world.ts";

const compactsOf = async (world: World) =>
  (await eventsOf(world, theRow(world).episodeId)).filter((e) => e.kind === "compact").map((e) => e.type);

describe("a compact", () => {
  it("opens the episode, starts its workflow and is accounted for as applied", async () => {
    const world = aWorld();
    const entry = await receive(world, "mail-1");
    const { episodeId } = theRow(world);
    expect(entry).toMatchObject({ outcome: "applied", reasons: [], episodes: [episodeId] });
    expect(theRow(world)).toMatchObject({ status: "missing", generation: 1, running: true });
    expect([...world.workflow.executions.keys()]).toEqual([`${episodeId}-g1`]);
    expect(outboxOf(world)).toEqual([]);
  });

  it("announced twice changes nothing the second time", async () => {
    const world = aWorld();
    const first = await receive(world, "mail-1");
    expect(await receive(world, "mail-1")).toEqual(first);
    expect(theRow(world).version).toBe(1);
  });

  it("announced to two processes at once is applied once", async () => {
    const world = aWorld();
    const both = await Promise.all([receive(world, "mail-1"), receive(world, "mail-1")]);
    expect(both.map(({ outcome }) => outcome)).toEqual(["applied", "applied"]);
    expect(await compactsOf(world)).toEqual(["missing"]);
  });

  it("resent under a new id is a duplicate of the first", async () => {
    const world = aWorld();
    await receive(world, "mail-1");
    expect(await receive(world, "mail-2")).toMatchObject({ outcome: "duplicate", duplicateOf: "mail-1" });
    expect(await compactsOf(world)).toEqual(["missing"]);
  });

  it("resent at the same moment is applied once and a duplicate once", async () => {
    const world = aWorld();
    const both = await Promise.all([receive(world, "mail-1"), receive(world, "mail-2")]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(["applied", "duplicate"]);
    expect(await compactsOf(world)).toEqual(["missing"]);
  });

  it("with a stated time after its receipt happened at its receipt", async () => {
    const world = aWorld();
    const missingSince = "2026-11-16T21:30:00+00:00";
    await receive(world, "mail-1", aReading({ compacts: [aMissing({ missingSince })], date: missingSince }));
    const [event] = await eventsOf(world, theRow(world).episodeId);
    expect(event).toMatchObject({ at: "2026-11-14T23:00:00Z", sentAt: "2026-11-14T23:00:00Z" });
  });
});

describe("compacts in any order", () => {
  const found = aReading({ compacts: [aFound()], date: "2026-11-15T08:30:00Z" });
  const missing = aReading({ date: "2026-11-14T23:00:00Z" });
  const update = aReading({
    compacts: [{ ...aMissing({ risk: "high" }), kind: "update" }],
    date: "2026-11-15T07:00:00Z",
  });

  it("found before missing end as one episode, returned", async () => {
    const world = aWorld({ at: "2026-11-15T08:35:00Z" });
    await receive(world, "mail-1", found);
    await receive(world, "mail-2", missing);
    expect(rows(world)).toHaveLength(1);
    expect(theRow(world)).toMatchObject({ status: "returned", startAt: "2026-11-14T21:30:00Z" });
  });

  it("an update after the found neither opens a second episode nor reopens this one", async () => {
    const world = aWorld({ at: "2026-11-15T08:35:00Z" });
    for (const [index, reading] of [missing, found, update].entries())
      await receive(world, `mail-${index}`, reading);
    expect(rows(world)).toHaveLength(1);
    expect(theRow(world).status).toBe("returned");
  });
});

describe("a mail that nobody could authenticate", () => {
  it("never closes an episode, though it says the child is found", async () => {
    const world = aWorld();
    await receive(world, "mail-1");
    world.clock.to("2026-11-15T09:00:00Z");
    await receive(world, "mail-2", aReading({ compacts: [aFound()], trusted: false }));
    expect(theRow(world).status).toBe("missing");
  });
});

describe("several children in one mail", () => {
  const ellie = aMissing();
  const sam = aMissing({
    reference: "MP/26/004418",
    child: { forenames: "Sam", surname: "Reeve", dateOfBirth: "2012-01-20" },
  });

  it("each get an episode of their own, started, under one account of the mail", async () => {
    const world = aWorld();
    const entry = await receive(world, "mail-1", aReading({ compacts: [ellie, sam] }));
    expect(entry.episodes).toHaveLength(2);
    expect(world.workflow.executions.size).toBe(2);
    expect(rows(world).map(({ childKeys }) => childKeys.length)).toEqual([1, 1]);
  });

  it("of whom one is unreadable: the other is followed and a person is told of the mail", async () => {
    const world = aWorld();
    const entry = await receive(
      world,
      "mail-1",
      aReading({ compacts: [ellie], reasons: ["no-date-of-birth"] }),
    );
    expect(entry).toMatchObject({ outcome: "quarantined", episodes: [theRow(world).episodeId] });
    expect(world.post.rules()).toEqual(["quarantine"]);
  });

  it("of whom two wait: the account counts them, and so does the mail to the person, without a name", async () => {
    const world = aWorld();
    const waiting = ["MP/26/004419", "MP/26/004420"].map((reference) => ({ ...sam, reference }));
    const reading = aReading({ compacts: [ellie], waiting, reasons: ["no-date-of-birth"] });
    expect(await receive(world, "mail-1", reading)).toMatchObject({ waiting: 2 });
    const lines = world.post.sent[0]?.letter.paragraphs.flatMap(({ lines }) => lines);
    expect(lines).toContain("Reports in it that wait: 2");
    expect(lines?.join()).not.toMatch(/Reeve|Marlowe/);
  });
});

describe("two children under one reference in one mail", () => {
  const cosmo = aMissing({
    child: { forenames: "Cosmo", surname: "Brackenbury", dateOfBirth: "2012-01-01" },
  });
  const drusilla = aMissing({
    child: { forenames: "Drusilla", surname: "Honeychurch", dateOfBirth: "2013-01-01" },
  });
  const sam = aMissing({
    reference: "MP/26/004418",
    child: { forenames: "Sam", surname: "Reeve", dateOfBirth: "2012-01-20" },
  });

  it("both wait for a person, whatever their order, and the mail's other child is followed", async () => {
    for (const compacts of [
      [cosmo, drusilla, sam],
      [sam, drusilla, cosmo],
    ]) {
      const world = aWorld();
      const entry = await receive(world, "mail-1", aReading({ compacts }));
      expect(entry).toMatchObject({
        outcome: "quarantined",
        reasons: [
          "conflicting-values:dateOfBirth",
          "conflicting-values:surname",
          "conflicting-values:forenames",
        ],
        episodes: [theRow(world, "MP/26/004418").episodeId],
      });
      expect(rows(world)).toHaveLength(1);
    }
  });

  it("are told apart by their forenames where they are twins", async () => {
    const world = aWorld();
    const twin = { ...cosmo, child: { ...cosmo.child, forenames: "Caspar" } };
    expect(await receive(world, "mail-1", aReading({ compacts: [cosmo, twin] }))).toMatchObject({
      reasons: ["conflicting-values:forenames"],
      episodes: [],
    });
  });

  it("are two though one of them could not be read whole", async () => {
    const world = aWorld();
    const { dateOfBirth: _, ...child } = drusilla.child;
    const reading = aReading({
      compacts: [cosmo],
      waiting: [{ ...drusilla, child }],
      reasons: ["no-date-of-birth"],
    });
    expect(await receive(world, "mail-1", reading)).toMatchObject({ outcome: "quarantined", episodes: [] });
    expect(rows(world)).toEqual([]);
  });

  it("are one child where nothing tells them apart: a missing and a found report in one mail", async () => {
    const world = aWorld({ at: "2026-11-15T09:00:00Z" });
    const entry = await receive(world, "mail-1", aReading({ compacts: [aMissing(), aFound()] }));
    expect(entry).toMatchObject({ outcome: "applied", reasons: [] });
    expect(theRow(world).status).toBe("returned");
  });
});

describe("a reference that comes back with another identity", () => {
  it("is quarantined and changes nothing", async () => {
    const world = aWorld();
    await receive(world, "mail-1");
    const other = aFound({ child: { surname: "Reeve", dateOfBirth: "2012-01-20" } });
    const entry = await receive(world, "mail-2", aReading({ compacts: [other] }));
    expect(entry).toMatchObject({
      outcome: "quarantined",
      reasons: ["conflicting-values:dateOfBirth", "conflicting-values:surname"],
      episodes: [],
    });
    expect(theRow(world)).toMatchObject({ status: "missing", version: 1 });
  });
});

describe("a mail that nobody can act on", () => {
  it("is quarantined with its reasons and a person is told at once", async () => {
    const world = aWorld();
    expect(await receive(world, "mail-1", anUnreadable(["no-reference"]))).toMatchObject({
      outcome: "quarantined",
      reasons: ["no-reference"],
    });
    expect(world.post.sent[0]?.letter.to).toEqual(["ce-team@leicestershire.example"]);
  });

  it("is accounted for even where SES is away: the watchdog tells the person later", async () => {
    const world = aWorld();
    world.post.state.down = true;
    await expect(receive(world, "mail-1", anUnreadable(["no-reference"]))).rejects.toThrow();
    expect(await receive(world, "mail-1")).toMatchObject({ outcome: "quarantined" });
  });

  it.each(["automatic-reply", "delivery-report"])(
    "and that is an %s is filed with no alert",
    async (reason) => {
      const world = aWorld();
      await receive(world, "mail-1", anUnreadable([reason], { automatic: true }));
      expect(world.post.sent).toEqual([]);
    },
  );

  it("and that a stranger's machine sent is filed with no alert: most out-of-office replies are that", async () => {
    const world = aWorld();
    const reading = anUnreadable(["automatic-reply", "sender-not-allowed"], { automatic: true });
    expect(await receive(world, "mail-1", reading)).toMatchObject({ outcome: "quarantined" });
    expect(world.post.sent).toEqual([]);
  });
});

describe("what another writer does meanwhile", () => {
  it("is seen: the found is decided again on the allocation recorded between", async () => {
    const world = aWorld();
    await receive(world, "mail-1");
    world.clock.to("2026-11-15T09:00:00Z");
    world.meddling.beforeNextCommit = () =>
      record(world, "allocate", { worker: "worker@leicestershire.example" });
    await receive(world, "mail-2", aReading({ compacts: [aFound()] }));
    expect(theRow(world)).toMatchObject({ status: "returned", seq: 3 });
    await fireDue(world, theRow(world).episodeId);
    expect(world.post.sent.find(({ letter }) => letter.rules.includes("LEI-04"))?.letter.to).toEqual([
      "worker@leicestershire.example",
    ]);
  });
});
