import { describe, expect, it } from "vitest";
import { findEpisode } from "../../../functions/core/append-events/find-episode.ts";
import { fold } from "../../../functions/domain/episode/fold.ts";
import { openByHand, openingRequestSchema } from "../../../functions/record-action/open-by-hand.ts";
import { aFound, aMissing, aReading } from "../../builders/reading.ts";
import { receive, record } from "../../fakes/steps.ts";
import { aWorld, eventsOf, rows, theRow, type World } from "../../fakes/world.ts";

const AT = "2026-11-15T02:00:00Z";
const { child } = aMissing();
const heard = {
  source: "call",
  from: "the carer",
  surname: child.surname,
  forenames: child.forenames,
  dateOfBirth: child.dateOfBirth,
  missingSince: "2026-11-14T22:00:00Z",
};
const opens = (world: World, open: object = heard, id = "form-1") =>
  openByHand(openingRequestSchema.parse({ id, open, channel: "lab", by: "coordinator" }), world.deps);
const OURS = "HAND-FORM1";
const episodeIn = async (world: World, reference?: string) => {
  const { episodeId } = theRow(world, reference);
  return fold(episodeId, await eventsOf(world, episodeId));
};

describe("an episode that a person opens", () => {
  it("ALL-20: stands like one of a report's, with who told it and its workflow, once however often it is sent", async () => {
    const world = aWorld({ at: AT });
    expect(await opens(world)).toMatchObject({ outcome: "opened", reference: "HAND-FORM1" });
    expect(await opens(world)).toMatchObject({ outcome: "opened" });
    expect(theRow(world, OURS)).toMatchObject({ status: "missing", running: true });
    const [event] = await eventsOf(world, theRow(world, OURS).episodeId);
    expect(event).toMatchObject({ opened: { by: "coordinator", source: "call", from: "the carer" } });
    expect([...world.workflow.executions.keys()]).toHaveLength(1);
  });

  it("ALL-20: a report that comes later joins it, which then goes by the police's reference and is found by both", async () => {
    const world = aWorld({ at: AT });
    await opens(world);
    await receive(
      world,
      "mail-1",
      aReading({ compacts: [aMissing({ missingSince: "2026-11-14T21:30:00+00:00" })] }),
    );
    const { episodeId, reference } = theRow(world);
    expect(reference).toBe(aMissing().reference);
    expect(await findEpisode("HAND-FORM1", world.deps)).toBe(episodeId);
    expect(await findEpisode(reference, world.deps)).toBe(episodeId);
    await receive(world, "mail-2", aReading({ digest: "found", compacts: [aFound()] }));
    expect((await episodeIn(world)).status).toBe("returned");
    expect(await record(world, "note", { text: "joined" }, { reference })).toMatchObject({
      outcome: "recorded",
    });
  });

  it("ALL-20: a report of another child, or of another absence, opens its own", async () => {
    const world = aWorld({ at: AT });
    await opens(world, {
      ...heard,
      missingSince: "2026-11-12T20:00:00Z",
      returnedAt: "2026-11-13T08:00:00Z",
    });
    await receive(world, "mail-1", aReading({ compacts: [aMissing()] }));
    expect(rows(world)).toHaveLength(2);
    const other = aWorld({ at: AT });
    await opens(other, { ...heard, dateOfBirth: "2012-01-01" });
    await receive(other, "mail-1", aReading({ compacts: [aMissing()] }));
    expect(rows(other)).toHaveLength(2);
  });

  it("ALL-20: a child who is back already has the duties of a return at once", async () => {
    const world = aWorld({ at: AT });
    await opens(world, { ...heard, returnedAt: "2026-11-15T01:00:00Z" });
    expect(await episodeIn(world, OURS)).toMatchObject({
      status: "returned",
      returnedAt: Date.parse("2026-11-15T01:00:00Z"),
    });
  });

  it.each([
    ["a time to come", { missingSince: "2026-11-16T22:00:00Z" }, /missingSince.*has not come yet/],
    ["back before gone", { returnedAt: "2026-11-14T20:00:00Z" }, /nobody comes back before/],
    ["no surname", { surname: undefined }, /surname/],
    ["no source", { source: "rumour" }, /source/],
    ["a strange force", { force: "nowhere-police" }, /force: say which/],
  ])("ALL-20: %s is refused with what would be right, and nothing is opened", async (_, wrong, says) => {
    const world = aWorld({ at: AT });
    const answer = await opens(world, { ...heard, ...wrong });
    expect(answer.outcome).toBe("refused");
    expect(JSON.stringify(answer)).toMatch(says);
    expect(rows(world)).toEqual([]);
  });

  it("ALL-20: where the child is missing under a report already, the reference to record it on is said", async () => {
    const world = aWorld({ at: AT });
    await receive(world, "mail-1", aReading({ compacts: [aMissing()] }));
    expect(JSON.stringify(await opens(world))).toContain(aMissing().reference);
    expect(rows(world)).toHaveLength(1);
  });

  it("ALL-20: nobody opens one in another's name, and an auditor opens none", async () => {
    const world = aWorld({ at: AT });
    const actor = { subject: "a", address: "a@leicestershire.example", name: "A", roles: ["auditor"] };
    const asked = openingRequestSchema.parse({ open: heard, channel: "console", actor });
    expect(await openByHand(asked, world.deps)).toMatchObject({ outcome: "refused" });
    const nobody = openingRequestSchema.parse({ open: heard, channel: "console" });
    expect(await openByHand(nobody, world.deps)).toMatchObject({ outcome: "refused" });
  });
});
