import { beforeEach, describe, expect, it } from "vitest";
import { mailboxClaim } from "../../../../functions/core/fire-rungs/leases.ts";
import { PermanentError, TransientError } from "../../../../functions/domain/errors.ts";
import { aMissing, aReading } from "../../../builders/reading.ts";
import { Died } from "../../../fakes/io.ts";
import { fireDue, receive, watch } from "../../../fakes/steps.ts";
import { aWorld, eventsOf, theRow, type World } from "../../../fakes/world.ts";

const rungsOf = async (world: World) =>
  (await eventsOf(world, theRow(world).episodeId)).filter((e) => e.kind === "rung");

let world: World;
const fire = () => fireDue(world, theRow(world).episodeId);

beforeEach(async () => {
  world = aWorld();
  await receive(world, "mail-1");
});

describe("a rung that is due", () => {
  it("goes to SES and onto the record, with who was told and SES's id", async () => {
    expect(await fire()).toBe(1);
    expect(world.post.subjects()).toEqual([
      "MP/26/004417: Triage the missing episode and allocate the return interview (LEI-01, clause 1)",
    ]);
    expect(await rungsOf(world)).toMatchObject([
      {
        duty: "triage",
        rung: "told",
        rule: "LEI-01",
        to: ["Child Exploitation Team"],
        messageId: "message-1",
      },
    ]);
  });

  it("is not fired a second time", async () => {
    await fire();
    world.clock.advance(60);
    expect(await fire()).toBe(0);
    expect(world.post.sent).toHaveLength(1);
  });

  it("is not fired twice by two processes that decide at the same moment", async () => {
    const fired = await Promise.all([fire(), fire(), fire()]);
    expect(fired.toSorted()).toEqual([0, 0, 1]);
    expect(world.post.sent).toHaveLength(1);
  });

  it("is left alone while a living process holds its claim, to the last second of the lease", async () => {
    const now = world.clock.now();
    await world.deps.claims.take(mailboxClaim("ce-team@leicestershire.example"), now, now + 120_000);
    world.clock.to("2026-11-14T23:01:59Z");
    expect(await fire()).toBe(0);
    world.clock.to("2026-11-14T23:02:00Z");
    expect(await fire()).toBe(1);
  });

  it("fires later where SES was away, and nothing is recorded until it has", async () => {
    world.post.state.down = true;
    await expect(fire()).rejects.toThrow(TransientError);
    expect(await rungsOf(world)).toEqual([]);
    world.post.state.down = false;
    world.clock.advance(2);
    expect(await fire()).toBe(1);
    expect(await rungsOf(world)).toHaveLength(1);
  });

  it("fires a second time where SES took the mail and the process died, and is then on record once", async () => {
    const calls = world.io.calls.length;
    await fire();
    const untilSes = world.io.calls.slice(calls).indexOf("SES") + 1;

    world = aWorld();
    await receive(world, "mail-1");
    world.io.dieAt(untilSes, "done");
    await expect(fire()).rejects.toThrow(Died);
    world.io.restart();
    expect(await rungsOf(world)).toEqual([]);
    expect(await fire()).toBe(0);
    world.clock.advance(2);
    expect(await fire()).toBe(1);
    expect(world.post.sent).toHaveLength(2);
    expect(await rungsOf(world)).toHaveLength(1);
  });
});

describe("rungs that an outage left behind", () => {
  it("go out together, in their order, in one mail to each", async () => {
    world.clock.to("2026-11-20T09:00:00Z");
    await fire();
    expect(world.post.inShort()).toEqual([
      "LEI-01 ALL-18 LEI-03 -> ce-team@leicestershire.example",
      "ALL-18 LEI-16 -> ce-service-manager@leicestershire.example",
      "LEI-03 -> first-response@leicestershire.example",
    ]);
  });

  it("do not wait for one that SES refuses for good: each then goes by itself", async () => {
    world.clock.to("2026-11-20T09:00:00Z");
    world.post.state.refusesForGood = ({ rules }) => rules.includes("LEI-01");
    await expect(fire()).rejects.toThrow(PermanentError);
    expect(world.post.rules()).toEqual(["ALL-18", "LEI-03", "ALL-18 LEI-16", "LEI-03"]);
    world.post.state.refusesForGood = () => false;
    expect(await fire()).toBe(1);
    expect(world.post.rules().at(-1)).toBe("LEI-01");
  });

  it("of another episode do not wait either", async () => {
    const other = aMissing({ reference: "MP/26/004418", child: { surname: "Reeve", forenames: "Sam" } });
    await receive(world, "mail-2", aReading({ compacts: [other] }));
    world.post.state.refusesForGood = ({ episodes = [] }) => episodes.includes("MP/26/004417");
    await watch(world);
    expect(world.post.sent.flatMap(({ letter }) => letter.episodes)).toEqual(["MP/26/004418"]);
    expect(world.left).toHaveLength(1);
  });
});
