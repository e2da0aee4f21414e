import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mailboxClaim } from "../../../../functions/core/fire-rungs/leases.ts";
import { followLadder } from "../../../../functions/follow-ladder/follow-ladder.ts";
import { derbyCity } from "../../../builders/profiles.ts";
import { aFound, aMissing, aReading } from "../../../builders/reading.ts";
import { fireDue, receive, recover, watch } from "../../../fakes/steps.ts";
import { aWorld, eventsOf, rows, theRow, type World } from "../../../fakes/world.ts";

const COORDINATOR = "missing-coordinator@derby.example";
const AT = "2026-11-14T23:00:00Z";
const inDerby = { careStatus: "looked-after" as const, placementType: "Residential home" };
const other = { reference: "MP/26/004418", child: { surname: "Reeve", forenames: "Sam" } };
const force = { force: "derbyshire-police" };

const missingChild = (world: World) =>
  receive(world, "mail-1", aReading({ compacts: [aMissing(inDerby)], ...force }));
const twoChildren = (world: World) =>
  receive(
    world,
    "mail-1",
    aReading({ compacts: [aMissing(inDerby), aMissing({ ...inDerby, ...other })], ...force }),
  );

const aDerby = async (step = missingChild) => {
  const world = aWorld({ profile: derbyCity, at: AT });
  await step(world);
  return world;
};

/** Who got how many mails. */
const perMailbox = ({ post }: World): Record<string, number> => {
  const all = Map.groupBy(post.sent, ({ letter }) => letter.to.join());
  return Object.fromEntries([...all].map(([to, mails]) => [to, mails.length]));
};

/** Every rung that is on record as fired, and who of it got a mail. */
const fired = async (world: World) => {
  const all = await Promise.all(rows(world).map(({ episodeId }) => eventsOf(world, episodeId)));
  return all.flatMap((events) =>
    events.flatMap((e) => (e.kind === "rung" && e.only === undefined ? [`${e.duty}/${e.rung}`] : [])),
  );
};

describe("ALL-13: one mail for one person at one moment", () => {
  it("everything that one event asks of a person stands in it, each duty with rule, clause and act", async () => {
    const world = await aDerby();
    await fireDue(world, theRow(world).episodeId);
    expect(Object.values(perMailbox(world)).every((count) => count === 1)).toBe(true);
    const mail = world.post.sent.find(({ letter }) => letter.to.includes(COORDINATOR))?.letter;
    expect(mail?.rules.length).toBeGreaterThan(1);
    const lines = mail?.paragraphs.flatMap((p) => [p.heading ?? "", ...p.lines]) ?? [];
    for (const rule of mail?.rules ?? [])
      expect(lines.some((line) => line.startsWith(`Rule: ${rule}, clause `))).toBe(true);
    expect(mail?.subject).toMatch(/^MP\/26\/004417: .+ \(DER-\d\d, .+\) and \d more$/);
  });

  const inTurn = async (world: World) => {
    await fireDue(world, theRow(world).episodeId);
    await fireDue(world, theRow(world, "MP/26/004418").episodeId);
  };

  it.each([
    ["the workflows", inTurn],
    ["the watchdog", watch],
    ["both at once", (world: World) => Promise.all([inTurn(world), watch(world)])],
  ])("several children at the same moment are one mail with a part each: %s", async (_, step) => {
    const world = await aDerby(twoChildren);
    await step(world);
    expect(Object.values(perMailbox(world)).every((count) => count === 1)).toBe(true);
    const mail = world.post.sent.find(({ letter }) => letter.to.includes(COORDINATOR))?.letter;
    expect(mail?.episodes?.toSorted()).toEqual(["MP/26/004417", "MP/26/004418"]);
    expect(mail?.subject).toMatch(/ and \d more, 2 episodes$/);
    expect(mail?.paragraphs.filter(({ as }) => as === "child").map(({ heading }) => heading)).toEqual(
      mail?.episodes?.map((reference) => `Episode ${reference}`),
    );
  });

  it.each([
    ["the workflow of the other child", (world: World) => fireDue(world, theRow(world).episodeId)],
    ["the watchdog", watch],
  ])(
    "the subject names the most urgent of several children's, and its part stands first: %s",
    async (_, step) => {
      const longer = { ...inDerby, ...other, missingSince: "2026-11-12T21:30:00+00:00" };
      const compacts = [aMissing(inDerby), aMissing(longer)];
      const world = await aDerby((w) => receive(w, "mail-1", aReading({ compacts, ...force })));
      await step(world);
      const mail = world.post.sent.find(({ letter }) => letter.to.includes(COORDINATOR))?.letter;
      expect(mail?.episodes).toEqual(["MP/26/004418", "MP/26/004417"]);
      expect(mail?.subject).toMatch(
        /^MP\/26\/004418: Consider the safeguarding threshold .* and \d more, 2 episodes$/,
      );
    },
  );

  it("the ladders of the return ask in one mail too, workflow and watchdog at once", async () => {
    const world = await aDerby();
    await watch(world);
    world.clock.to("2026-11-15T08:30:00Z");
    await receive(world, "mail-2", aReading({ compacts: [aFound(inDerby)], ...force }));
    const sent = world.post.sent.length;
    const { episodeId, generation } = theRow(world);
    const startedAt = world.clock.now();
    const turn = (ladder: "contact" | "return-interview" | "strategy-discussion" | "report-distribution") =>
      followLadder({ episodeId, generation, ladder, startedAt }, world.deps);
    await Promise.all([
      turn("contact"),
      turn("return-interview"),
      turn("strategy-discussion"),
      turn("report-distribution"),
      watch(world),
    ]);
    const to = world.post.sent.slice(sent).map(({ letter }) => letter.to.join());
    expect(to.length).toBeGreaterThan(2);
    expect(new Set(to).size).toBe(to.length);
    expect((await turn("contact")).state).not.toMatch(/^due/);
  });

  it("a mailbox that somebody is writing to is left to them, to the last second of their claim", async () => {
    const world = await aDerby();
    const now = world.clock.now();
    await world.deps.claims.take(mailboxClaim(COORDINATOR), now, now + 120_000);
    await fireDue(world, theRow(world).episodeId);
    expect(perMailbox(world)[COORDINATOR]).toBeUndefined();
    world.clock.to("2026-11-14T23:01:59Z");
    await fireDue(world, theRow(world).episodeId);
    expect(perMailbox(world)[COORDINATOR]).toBeUndefined();
    world.clock.to("2026-11-14T23:02:00Z");
    await fireDue(world, theRow(world).episodeId);
    expect(perMailbox(world)[COORDINATOR]).toBe(1);
  });

  it("a rung that reaches two has fired once both have their mail, and until then tells only the other", async () => {
    const world = await aDerby();
    world.clock.to("2026-11-15T21:30:00Z");
    await watch(world);
    world.clock.to("2026-11-17T22:41:00Z");
    const before = await fired(world);
    world.post.state.refuses = ({ to }) => to.includes("missing-team@derbyshire-police.example");
    await watch(world);
    world.post.state.refuses = () => false;
    const counts = perMailbox(world);
    world.clock.advance(3);
    await watch(world);
    expect((await fired(world)).length).toBeGreaterThanOrEqual(before.length);
    for (const [to, count] of Object.entries(perMailbox(world)))
      if (!to.includes("police")) expect(count).toBe(counts[to]);
  });
});

describe("ALL-13: a crash anywhere", () => {
  const steps = {
    "in the workflow's turn": (world: World) => fireDue(world, theRow(world).episodeId),
    "in the watchdog": (world: World) => watch(world),
  };

  it.each(Object.entries(steps))(
    "loses no mail and repeats at most the one SES had taken: %s",
    async (_, step) => {
      const whole = await aDerby(twoChildren);
      whole.io.calls.length = 0;
      await step(whole);
      const calls = [...whole.io.calls];
      await recover(whole);
      const [mails, told] = [perMailbox(whole), (await fired(whole)).toSorted()];
      for (const having of ["done", "not-done"] as const)
        for (const [index, call] of calls.entries()) {
          const world = await aDerby(twoChildren);
          world.io.dieAt(index + 1, having);
          await step(world).catch(() => undefined);
          await recover(world);
          const at = `killed at call ${index + 1}, ${call}, ${having}`;
          expect((await fired(world)).toSorted(), at).toEqual(told);
          const now = perMailbox(world);
          expect(Object.keys(now).toSorted(), at).toEqual(Object.keys(mails).toSorted());
          const repeated = Object.entries(now).filter(([to, count]) => count > (mails[to] ?? 0));
          expect(repeated.length, at).toBeLessThanOrEqual(1);
          for (const [to, count] of repeated) expect(count, `${at}: ${to}`).toBe((mails[to] ?? 0) + 1);
        }
    },
  );

  it("and crashes one after the other tell nobody more often than there were deaths with a mail on its way", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ call: fc.integer({ min: 1, max: 40 }), done: fc.boolean() }), { maxLength: 3 }),
        async (deaths) => {
          const world = await aDerby(twoChildren);
          let died = 0;
          for (const { call, done } of deaths) {
            world.io.dieAt(call, done ? "done" : "not-done");
            await watch(world).catch(() => undefined);
            if (world.io.hasDied()) died += 1;
            world.io.restart();
            world.clock.advance(2);
          }
          await recover(world);
          const total = Object.values(perMailbox(world)).reduce((sum, count) => sum + count, 0);
          expect(total).toBeLessThanOrEqual(Object.keys(perMailbox(world)).length + died);
        },
      ),
      { numRuns: 40 },
    );
  });
});
