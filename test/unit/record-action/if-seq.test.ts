import { beforeEach, describe, expect, it } from "vitest";
import { aFound, aReading } from "../../builders/reading.ts";
import { fireDue, receive, record } from "../../fakes/steps.ts";
import { aWorld, theRow, type World } from "../../fakes/world.ts";

let world: World;
beforeEach(async () => {
  world = aWorld();
  await receive(world, "mail-1");
});

const note = (id: string, ifSeq?: number) => record(world, "note", { text: id }, { id, ifSeq });

describe("somebody who acts on what they saw", () => {
  it("is recorded where nothing came since", async () => {
    expect(await note("one", theRow(world).seq)).toMatchObject({ outcome: "recorded" });
  });

  it("is shown what came since, and nothing is written", async () => {
    const { seq, episodeId } = theRow(world);
    await note("another");
    const { version } = theRow(world);
    expect(await note("one", seq)).toEqual({
      outcome: "changed",
      episodeId,
      seq: seq + 1,
      since: [expect.objectContaining({ type: "note", data: { text: "another" } })],
    });
    expect(theRow(world).version).toBe(version);
  });

  it("decides again on what they are shown, under the same id", async () => {
    const { seq } = theRow(world);
    await note("another");
    const changed = await note("one", seq);
    expect(changed).toMatchObject({ outcome: "changed" });
    if (changed.outcome !== "changed") return;
    expect(await note("one", changed.seq)).toMatchObject({ outcome: "recorded" });
  });

  it("hears the same when the form comes twice, though it moved the episode on itself", async () => {
    const { seq } = theRow(world);
    const answers = [await note("one", seq), await note("one", seq)];
    expect(answers.map(({ outcome }) => outcome)).toEqual(["recorded", "recorded"]);
    await note("another");
    expect(await note("one", seq)).toMatchObject({ outcome: "recorded" });
    expect(theRow(world).seq).toBe(seq + 2);
  });

  it("is not held up by a mail that went to somebody meanwhile", async () => {
    const { seq, episodeId } = theRow(world);
    await fireDue(world, episodeId);
    expect(theRow(world).seq).toBeGreaterThan(seq);
    expect(await note("one", seq)).toMatchObject({ outcome: "recorded" });
  });

  it("is shown what came, rather than told that the protocol refuses", async () => {
    const { seq } = theRow(world);
    const found = aFound({ returnedAt: "2026-11-14T22:40:00+00:00" });
    await receive(world, "mail-2", aReading({ compacts: [found] }));
    const held = await record(world, "interview-held", { method: "telephone" }, { ifSeq: seq });
    expect(held).toMatchObject({ outcome: "changed", since: [{ type: "found" }] });
  });

  it.each(["note", "mail"])("is shown a %s that came between the look and the commit", async (what) => {
    const { seq } = theRow(world);
    world.meddling.beforeNextCommit = () =>
      what === "note" ? note("another") : receive(world, "mail-2", aReading({ compacts: [aFound()] }));
    expect(await note("one", seq)).toMatchObject({ outcome: "changed", seq: seq + 1 });
    expect(theRow(world).seq).toBe(seq + 1);
  });

  it("twice at the same moment is recorded once, and both hear so", async () => {
    const { seq } = theRow(world);
    const both = await Promise.all([note("one", seq), note("one", seq)]);
    expect(both.map(({ outcome }) => outcome)).toEqual(["recorded", "recorded"]);
    expect(theRow(world).seq).toBe(seq + 1);
  });

  it("of two at the same moment one is recorded and one decides again", async () => {
    const { seq } = theRow(world);
    const both = await Promise.all([note("one", seq), note("two", seq)]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(["changed", "recorded"]);
    expect(theRow(world).seq).toBe(seq + 1);
  });
});

describe("killed at any of its calls", () => {
  it("and sent again, a form is recorded once", async () => {
    const act = (from: World, ifSeq: number) => record(from, "note", { text: "x" }, { id: "one", ifSeq });
    const whole = world;
    whole.io.calls.length = 0;
    await act(whole, 1);
    const calls = [...whole.io.calls];
    expect(calls).toContain("commit");
    for (const having of ["done", "not-done"] as const)
      for (const index of calls.keys()) {
        const other = aWorld();
        await receive(other, "mail-1");
        other.io.dieAt(index + 1, having);
        await act(other, 1).catch(() => undefined);
        expect(other.io.hasDied()).toBe(true);
        other.io.restart();
        expect(await act(other, 1)).toMatchObject({ outcome: "recorded" });
        expect(theRow(other).seq).toBe(2);
      }
  });
});
