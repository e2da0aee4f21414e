import { describe, expect, it } from "vitest";
import type { MailFacts, Reading } from "../../../functions/reading/reading.ts";
import { aFound, aMissing, anUnreadable, aReading } from "../../builders/reading.ts";
import { entryOf } from "../../fakes/ledger.ts";
import { decide, receive, watch } from "../../fakes/steps.ts";
import { aWorld, eventsOf, rows, theRow, type World } from "../../fakes/world.ts";

const force = "leicestershire-police";
const digest = "same";

/** One mail under however many ids, read as the code of that day reads it. */
const waits = (reasons: readonly string[], facts: Partial<MailFacts> = {}): Reading =>
  anUnreadable(reasons, { force, digest, ...facts });
const readable = aReading({ digest });
const forged = waits(["authentication-failed", "no-surname"], { trusted: false });

const alerted = (world: World) => world.post.sent.map(({ letter }) => letter.subject.split(" ")[6]);

describe("a resend of a mail that waits", () => {
  it("is its duplicate: one piece of work, and that it came again is told once, whatever comes after", async () => {
    const world = aWorld();
    await receive(world, "mail-1", waits(["no-surname"]));
    for (const mailId of ["mail-2", "mail-3", "mail-4"])
      expect(await receive(world, mailId, waits(["no-surname"]))).toMatchObject({
        outcome: "duplicate",
        duplicateOf: "mail-1",
      });
    expect(world.post.subjects()).toEqual([
      "A mail waits for a person: mail-1 (no-surname)",
      "A mail that waits for a person came again: mail-1, now as mail-2",
    ]);
  });

  it("at the same moment is its duplicate too", async () => {
    const world = aWorld();
    const both = await Promise.all(
      ["mail-1", "mail-2"].map((mailId) => receive(world, mailId, waits(["no-surname"]))),
    );
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(["duplicate", "quarantined"]);
  });

  it("is its duplicate where it is forged besides", async () => {
    const world = aWorld();
    await receive(world, "mail-1", waits(["no-surname"]));
    expect(await receive(world, "mail-2", forged)).toMatchObject({ outcome: "duplicate" });
  });

  it("is applied once the code has learned to read it, and the first waits no longer", async () => {
    const world = aWorld();
    await receive(world, "mail-1", waits(["no-surname"]));
    expect(await receive(world, "mail-2", readable)).toMatchObject({ outcome: "applied" });
    expect(theRow(world).status).toBe("missing");
    expect(entryOf(world.db, "mail-1")).toMatchObject({
      outcome: "duplicate",
      duplicateOf: "mail-2",
      decision: { kind: "superseded", by: "the resend mail-2" },
    });
    world.clock.advance(5 * 60);
    await watch(world);
    expect(alerted(world).filter((mailId) => mailId === "mail-1")).toHaveLength(1);
    expect(await receive(world, "mail-3", readable)).toMatchObject({ duplicateOf: "mail-2" });
    expect(await decide(world, "discard", readable, { reason: "late" })).toMatchObject({
      faults: [{ says: expect.stringMatching(/^The mail mail-1 was superseded by the resend mail-2 on /) }],
    });
  });

  it("takes the first one's place where less stands against it: the genuine one after a forged copy", async () => {
    const world = aWorld();
    await receive(world, "mail-1", forged);
    expect(await receive(world, "mail-2", waits(["no-surname"]))).toMatchObject({ outcome: "quarantined" });
    expect(entryOf(world.db, "mail-1")).toMatchObject({ outcome: "duplicate", duplicateOf: "mail-2" });
    expect(await receive(world, "mail-3", forged)).toMatchObject({ duplicateOf: "mail-2" });
  });

  it("waits beside it where neither is the better", async () => {
    const world = aWorld();
    await receive(world, "mail-1", waits(["no-surname"]));
    const otherwise = waits(["authentication-failed"], { trusted: false });
    expect(await receive(world, "mail-2", otherwise)).toMatchObject({ outcome: "quarantined" });
    expect(entryOf(world.db, "mail-1")).not.toHaveProperty("decision");
  });

  it("brings the child who waited, and the one who was followed already no second time", async () => {
    const world = aWorld();
    const sam = aMissing({ reference: "MP/26/004418" });
    const { dateOfBirth: _, ...known } = sam.child;
    const partly = aReading({ digest, reasons: ["no-date-of-birth"], waiting: [{ ...sam, child: known }] });
    await receive(world, "mail-1", partly);
    expect(await receive(world, "mail-2", partly)).toMatchObject({ outcome: "duplicate" });
    const whole = aReading({ digest, compacts: [aMissing(), sam] });
    expect(await receive(world, "mail-3", whole)).toMatchObject({ outcome: "applied" });
    expect(rows(world)).toHaveLength(2);
    expect(await eventsOf(world, theRow(world).episodeId)).toHaveLength(1);
    expect(entryOf(world.db, "mail-1")).toMatchObject({ duplicateOf: "mail-3" });
  });
});

describe("a resend of a mail that a person decided about", () => {
  const incomplete = waits(["no-date-of-birth"]);

  it("is read afresh after a discard, and waits by itself", async () => {
    const world = aWorld();
    await receive(world, "mail-1", incomplete);
    await decide(world, "discard", incomplete, { reason: "a drill" });
    expect(await receive(world, "mail-2", incomplete)).toMatchObject({ outcome: "quarantined" });
    expect(await receive(world, "mail-3", incomplete)).toMatchObject({ duplicateOf: "mail-2" });
    expect(await receive(world, "mail-4", readable)).toMatchObject({ outcome: "applied" });
  });

  it("is a duplicate after an attachment", async () => {
    const world = aWorld();
    await receive(world, "mail-0", aReading({ compacts: [aMissing()] }));
    await receive(world, "mail-1", incomplete);
    await decide(world, "attach", incomplete, { reference: "MP/26/004417" });
    expect(await receive(world, "mail-2", incomplete)).toMatchObject({ duplicateOf: "mail-1" });
  });
});

describe("the force's own resend of a mail that nobody could prove", () => {
  const compacts = [aFound()];
  const { result, mail } = aReading({ compacts, trusted: false, digest });
  const spoofed: Reading = {
    mail,
    result: { ...result, status: "quarantined", reasons: ["authentication-failed"] },
  };
  const genuine = aReading({ compacts, digest });
  const withEpisode = async () => {
    const world = aWorld();
    await receive(world, "mail-0");
    world.clock.to("2026-11-15T09:00:00Z");
    await receive(world, "mail-1", spoofed);
    return world;
  };

  it("closes the episode after a release that the force had not confirmed", async () => {
    const world = await withEpisode();
    await decide(world, "release", spoofed, { data: { confirmed: false } });
    expect(theRow(world).status).toBe("missing");
    expect(await receive(world, "mail-2", genuine)).toMatchObject({ outcome: "applied" });
    expect(theRow(world).status).toBe("returned");
  });

  it("closes it after the forged copy was only attached", async () => {
    const world = await withEpisode();
    await decide(world, "attach", spoofed, { reference: "MP/26/004417" });
    await receive(world, "mail-2", genuine);
    expect(theRow(world).status).toBe("returned");
  });

  it("is a duplicate of one the force did confirm", async () => {
    const world = await withEpisode();
    await decide(world, "release", spoofed, { data: { confirmed: true } });
    expect(await receive(world, "mail-2", genuine)).toMatchObject({ outcome: "duplicate" });
  });
});
