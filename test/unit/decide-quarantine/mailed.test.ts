import { beforeEach, describe, expect, it } from "vitest";
import { TransientError } from "../../../functions/domain/errors.ts";
import { aCoordinator } from "../../builders/people.ts";
import { aMissing, anUnreadable } from "../../builders/reading.ts";
import { entryOf } from "../../fakes/ledger.ts";
import { decide, receive, watch } from "../../fakes/steps.ts";
import { aWorld, rows, type World } from "../../fakes/world.ts";

const reading = {
  ...anUnreadable(["no-date-of-birth"], { force: "leicestershire-police" }),
  result: { status: "quarantined" as const, reasons: ["no-date-of-birth"], compacts: [aMissing()] },
};
const who = { channel: "console", actor: aCoordinator() };
const onward = { ...who, data: { to: "cse-team" }, reason: "She lives in their area.", id: "one" };

const begin = async (): Promise<World> => {
  const fresh = aWorld();
  await receive(fresh, "mail-1", reading);
  await watch(fresh);
  fresh.post.sent.length = 0;
  fresh.io.calls.length = 0;
  return fresh;
};
const saysOf = (decided: Awaited<ReturnType<typeof decide>>): string[] =>
  decided.outcome === "refused" ? decided.faults.map(({ says }) => says) : [];

let world: World;
beforeEach(async () => {
  world = await begin();
});

describe("a mail passed on to the right authority", () => {
  it("goes with what was read to a recipient of the profile's, and waits no longer", async () => {
    expect(await decide(world, "pass-on", reading, onward)).toEqual({
      outcome: "decided",
      mailId: "mail-1",
      decision: "passed-on",
      episodes: [],
    });
    const [sent] = world.post.sent;
    expect(world.post.sent).toHaveLength(1);
    expect(sent?.letter.to).toEqual(world.profile.recipients["cse-team"]?.addresses);
    expect(sent?.letter.subject).toBe("A police mail that is yours to act on: mail-1");
    const text = JSON.stringify(sent?.letter.paragraphs);
    for (const word of ["Marlowe", "2011-03-09", "MP/26/004417", "She lives in their area.", "Ian Frost"])
      expect(text).toContain(word);
    expect(entryOf(world.db, "mail-1")?.decision).toMatchObject({
      kind: "passed-on",
      to: "cse-team",
      reason: "She lives in their area.",
      ...who,
    });
    expect(rows(world)).toEqual([]);
  });

  it("says so where nothing could be read, and does not act as if", async () => {
    const nothing = { ...reading, result: { ...reading.result, compacts: [] } };
    await decide(world, "pass-on", nothing, onward);
    expect(JSON.stringify(world.post.sent[0]?.letter.paragraphs)).toContain(
      "ask the force to send it to you",
    );
  });

  it("goes to nobody whom the profile does not know, nor without a reason", async () => {
    const answer = await decide(world, "pass-on", reading, {
      ...who,
      data: { to: "someone@elsewhere.example" },
      reason: " ",
    });
    expect(saysOf(answer)).toEqual([
      expect.stringMatching(/^to: say to whom, one of .*cse-team/),
      expect.stringMatching(/^Say why the mail is theirs/),
    ]);
    expect(world.post.sent).toEqual([]);
    expect(entryOf(world.db, "mail-1")).not.toHaveProperty("decision");
  });

  it("does not go where it waits no longer", async () => {
    await decide(world, "discard", reading, { reason: "spam" });
    expect(saysOf(await decide(world, "pass-on", reading, onward))).toEqual([
      expect.stringContaining("was discarded by duty-manager"),
    ]);
    expect(world.post.sent).toEqual([]);
  });

  it("is not decided where it could not be sent", async () => {
    world.post.state.down = true;
    await expect(decide(world, "pass-on", reading, onward)).rejects.toThrow(TransientError);
    expect(entryOf(world.db, "mail-1")).not.toHaveProperty("decision");
  });

  it("that comes again and reads well is read afresh", async () => {
    await decide(world, "pass-on", reading, onward);
    const again = await receive(world, "mail-2");
    expect(again).toMatchObject({ outcome: "applied" });
  });
});

describe("the force asked about a mail", () => {
  const asking = { ...who, id: "one" };

  it("gets a mail without content; who asked stands with the mail, which waits on", async () => {
    expect(await decide(world, "ask", reading, asking)).toEqual({ outcome: "asked", mailId: "mail-1" });
    const [sent] = world.post.sent;
    const force = world.profile.forces.find(({ id }) => id === "leicestershire-police");
    expect(sent?.letter.to).toEqual([force?.mailbox]);
    const text = JSON.stringify(sent?.letter);
    for (const word of ["Marlowe", "Ellie", "2011-03-09", "MP/26/004417", "no-date-of-birth"])
      expect(text).not.toContain(word);
    expect(text).toContain("mail-1");
    expect(entryOf(world.db, "mail-1")).toMatchObject({
      outcome: "quarantined",
      asked: [{ id: "one", force: "leicestershire-police", at: world.clock.iso(), ...who }],
    });
    expect(entryOf(world.db, "mail-1")).not.toHaveProperty("decision");
  });

  it("is asked once however often the form comes, and again by another form", async () => {
    await decide(world, "ask", reading, asking);
    expect(await decide(world, "ask", reading, asking)).toMatchObject({ outcome: "asked" });
    expect(world.post.sent).toHaveLength(1);
    await decide(world, "ask", reading, { ...asking, id: "two" });
    expect(entryOf(world.db, "mail-1")?.asked).toHaveLength(2);
  });

  it("stays noted once the mail is decided about", async () => {
    await decide(world, "ask", reading, asking);
    await decide(world, "discard", reading, { reason: "they sent it again" });
    expect(entryOf(world.db, "mail-1")).toMatchObject({
      asked: [{ id: "one" }],
      decision: { kind: "discarded" },
    });
  });

  it("of a mail whose force nobody knows is the one the person names", async () => {
    const stranger = anUnreadable(["no-reference"]);
    await receive(world, "mail-1b", stranger);
    const about = { ...asking, mailId: "mail-1b", id: "three" };
    if (entryOf(world.db, "mail-1b")?.force === undefined && world.profile.forces.length > 1)
      expect(saysOf(await decide(world, "ask", stranger, about))).toEqual(["force: say whose mail this is."]);
    const named = { ...about, data: { force: "leicestershire-police" } };
    expect(await decide(world, "ask", stranger, named)).toMatchObject({ outcome: "asked" });
    const nobody = { ...about, data: { force: "nobody" }, id: "four" };
    expect(saysOf(await decide(world, "ask", stranger, nobody))).toEqual(["force: say whose mail this is."]);
  });

  it("decided about by somebody else at the same moment, was asked all the same", async () => {
    world.meddling.beforeNextCommit = () => decide(world, "discard", reading, { reason: "spam" });
    expect(await decide(world, "ask", reading, asking)).toEqual({ outcome: "asked", mailId: "mail-1" });
    expect(entryOf(world.db, "mail-1")).toMatchObject({ decision: { kind: "discarded" } });
  });
});

describe.each([
  ["pass-on", onward],
  ["ask", { ...who, id: "one" }],
])("%s, killed at any of its calls and sent again once the lease is over", (decision, request) => {
  it("sends at least once and stands once", async () => {
    await decide(world, decision, reading, request);
    const calls = [...world.io.calls];
    const expected = entryOf(world.db, "mail-1");
    for (const having of ["done", "not-done"] as const)
      for (const index of calls.keys()) {
        const killed = await begin();
        killed.io.dieAt(index + 1, having);
        await decide(killed, decision, reading, request).catch(() => undefined);
        expect(killed.io.hasDied()).toBe(true);
        killed.io.restart();
        killed.clock.advance(3);
        await decide(killed, decision, reading, request);
        const entry = entryOf(killed.db, "mail-1");
        expect(entry?.decision?.kind).toBe(expected?.decision?.kind);
        expect(entry?.asked?.length).toBe(expected?.asked?.length);
        expect(killed.post.sent.length).toBeGreaterThan(0);
        expect(killed.post.sent.length).toBeLessThan(3);
      }
  });
});
