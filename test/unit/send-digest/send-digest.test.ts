import { describe, expect, it } from "vitest";
import { sendDigest } from "../../../functions/send-digest/send-digest.ts";
import { aFound, aMissing, aReading } from "../../builders/reading.ts";
import { Died } from "../../fakes/io.ts";
import { receive, record } from "../../fakes/steps.ts";
import { aWorld, type World } from "../../fakes/world.ts";

const digest = (world: World) => sendDigest(world.deps);
const digests = ({ post }: World) => post.sent.filter(({ letter }) => letter.rules.includes("digest"));
const linesOf = (world: World) => digests(world).flatMap(({ letter }) => letter.paragraphs[0]?.lines ?? []);

const open = async (at = "2026-11-14T23:00:00Z") => {
  const world = aWorld({ at });
  await receive(world, "mail-1");
  return world;
};

describe("the daily list", () => {
  it.each([
    ["winter", "2026-11-20", "07", "08"],
    ["summer", "2027-06-18", "08", "07"],
  ])(
    "goes at 08:00 in London in %s, of the two hours EventBridge calls it",
    async (_season, day, not, at) => {
      const world = await open();
      world.clock.to(`${day}T${not}:00:00Z`);
      expect(await digest(world)).toEqual({ sent: 0 });
      world.clock.to(`${day}T${at}:00:00Z`);
      expect((await digest(world)).sent).toBeGreaterThan(0);
    },
  );

  it("goes once a day, and again the next day", async () => {
    const world = await open();
    for (const at of ["2026-11-15T08:00:00Z", "2026-11-15T08:30:00Z", "2026-11-16T08:00:00Z"]) {
      world.clock.to(at);
      await digest(world);
    }
    expect(digests(world).map(({ at }) => at)).toEqual(["2026-11-15T08:00:00Z", "2026-11-16T08:00:00Z"]);
  });

  it("goes a day later too where the clocks change between", async () => {
    const world = await open("2026-10-20T23:00:00Z");
    for (const at of ["2026-10-24T07:00:00Z", "2026-10-25T08:00:00Z"]) {
      world.clock.to(at);
      expect((await digest(world)).sent).toBeGreaterThan(0);
    }
  });

  it("lists only what the protocol sets no limit for and is open", async () => {
    const world = await open();
    world.clock.to("2026-11-15T07:00:00Z");
    await receive(
      world,
      "mail-2",
      aReading({ compacts: [aFound({ returnedAt: "2026-11-15T06:30:00+00:00" })] }),
    );
    world.clock.to("2026-11-15T08:00:00Z");
    await digest(world);
    expect(linesOf(world)).toEqual([
      "MP/26/004417 – Triage the missing episode and allocate the return interview (LEI-01, clause 1), open since Sat 14 Nov 2026, 23:00",
      "MP/26/004417 – Contact the child to arrange the return interview (LEI-06, clause 5), open since Sun 15 Nov 2026, 07:00",
    ]);
  });

  it("goes to each owner with their own duties only", async () => {
    const world = await open();
    const sam = aMissing({ reference: "MP/26/004418", child: { surname: "Reeve", forenames: "Sam" } });
    await receive(world, "mail-2", aReading({ compacts: [sam] }));
    await receive(world, "mail-3", aReading({ compacts: [aFound()] }));
    await record(world, "allocate", { worker: "worker@leicestershire.example" });
    world.clock.to("2026-11-16T08:00:00Z");
    expect(await digest(world)).toEqual({ sent: 2 });
    expect(digests(world).map(({ letter }) => letter.to.join())).toEqual([
      "worker@leicestershire.example",
      "ce-team@leicestershire.example",
    ]);
  });

  it("names no child", async () => {
    const world = await open();
    world.clock.to("2026-11-15T08:00:00Z");
    await digest(world);
    expect(JSON.stringify(digests(world))).not.toMatch(/Marlowe|Ellie|2011-03-09/);
  });

  it("goes at Lambda's next attempt where SES was away", async () => {
    const world = await open();
    world.clock.to("2026-11-15T08:00:00Z");
    world.post.state.down = true;
    await expect(digest(world)).rejects.toThrow();
    world.post.state.down = false;
    world.clock.advance(1);
    expect(await digest(world)).toEqual({ sent: 1 });
  });

  it("goes at the next attempt where the function died before SES took it", async () => {
    const world = await open();
    world.clock.to("2026-11-15T08:00:00Z");
    const calls = world.io.calls.length;
    world.io.dieAt(Number.POSITIVE_INFINITY, "done");
    await digest(world).catch(() => undefined);
    const untilSes = world.io.calls.indexOf("SES") + 1;
    expect(calls).toBeGreaterThan(0);

    const other = await open();
    other.clock.to("2026-11-15T08:00:00Z");
    other.io.dieAt(untilSes, "not-done");
    await expect(digest(other)).rejects.toThrow(Died);
    other.io.restart();
    other.clock.advance(2);
    expect(await digest(other)).toEqual({ sent: 1 });
  });
});

describe("bank holidays that end within six months", () => {
  it("are counted once a day, for the alarm", async () => {
    const world = aWorld({ at: "2028-06-25T07:00:00Z" });
    await digest(world);
    expect(world.counted).toEqual([]);
    for (const hour of ["06", "07", "08"]) {
      world.clock.to(`2028-06-26T${hour}:00:00Z`);
      await digest(world);
    }
    expect(world.counted).toEqual(["BankHolidaysEnd"]);
  });
});
