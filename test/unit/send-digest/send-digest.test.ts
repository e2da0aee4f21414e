import { describe, expect, it } from "vitest";
import { sendDigest } from "../../../functions/send-digest/send-digest.ts";
import { leicestershire } from "../../builders/profiles.ts";
import { aFound, aMissing, aReading } from "../../builders/reading.ts";
import { Died } from "../../fakes/io.ts";
import { receive, record, recover } from "../../fakes/steps.ts";
import { aWorld, type World } from "../../fakes/world.ts";

const digest = (world: World) => sendDigest(world.deps);
const digests = ({ post }: World) => post.sent.filter(({ letter }) => letter.rules.includes("digest"));
const linesOf = (world: World) =>
  digests(world).flatMap(({ letter }) =>
    letter.paragraphs.slice(1, -1).flatMap(({ heading, lines }) => [heading, ...lines]),
  );

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

  it("ALL-14: lists what is overdue, due today, due in two working days, and what has no limit, the longest overdue first", async () => {
    const world = await open();
    world.clock.to("2026-11-15T07:00:00Z");
    await receive(
      world,
      "mail-2",
      aReading({ compacts: [aFound({ returnedAt: "2026-11-15T06:30:00+00:00" })] }),
    );
    const linesAt = async (at: string) => {
      world.clock.to(at);
      const before = digests(world).length;
      await digest(world);
      return digests(world)
        .slice(before)
        .filter(({ letter }) => letter.to.includes("ce-team@leicestershire.example"))
        .flatMap(({ letter }) =>
          letter.paragraphs.slice(1, -1).flatMap(({ heading = "", lines }) => [heading, ...lines]),
        )
        .filter((line) => /interview \(LEI-04|^Due|^Overdue/.test(line));
    };
    const duty = "MP/26/004417, Ellie Marlowe: Hold the return interview (LEI-04, clause intro)";
    const owner = "(Wed 18 Nov 2026, 06:30). Owner: Child Exploitation Team";
    // Sunday: Monday and Tuesday are the next two working days.
    expect(await linesAt("2026-11-15T08:00:00Z")).toEqual([]);
    expect(await linesAt("2026-11-16T08:00:00Z")).toEqual([
      "Due in the next two working days: 1",
      `${duty}, due in 46 hours ${owner}`,
    ]);
    expect(await linesAt("2026-11-18T08:00:00Z")).toEqual([
      expect.stringMatching(/^Overdue: \d$/),
      `${duty}, 1 hour overdue ${owner}`,
    ]);
  });

  it("ALL-14: has no line of a duty twice, whoever supervises it too, and none for whoever has nothing open", async () => {
    const world = await open();
    await receive(world, "mail-2", aReading({ compacts: [aFound()] }));
    world.clock.to("2026-11-18T09:00:00Z");
    await recover(world);
    world.clock.to("2026-11-19T08:00:00Z");
    await digest(world);
    const manager = digests(world).find(({ letter }) =>
      letter.to.includes("ce-service-manager@leicestershire.example"),
    );
    expect(JSON.stringify(manager?.letter.paragraphs)).toContain("Hold the return interview (LEI-04");
    const lines = linesOf(world);
    expect(lines.length).toBeGreaterThan(3);
    expect(digests(world).map(({ letter }) => letter.to.join())).not.toContain(
      "safer-returns@leicestershire.example",
    );
  });

  it("ALL-14: a role may have it weekly, on Mondays", async () => {
    const world = aWorld({
      at: "2026-11-12T23:00:00Z",
      profile: { ...leicestershire, lists: { "ce-team": "weekly" } },
    });
    await receive(world, "mail-1");
    world.clock.to("2026-11-13T08:00:00Z");
    expect(await digest(world)).toEqual({ sent: 0 });
    world.clock.to("2026-11-16T08:00:00Z");
    expect((await digest(world)).sent).toBeGreaterThan(0);
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

  it("ALL-16: names a child to staff, in the body alone", async () => {
    const world = await open();
    await receive(world, "mail-2", aReading({ compacts: [aFound({ reference: "MP/26/004499" })] }));
    world.clock.to("2026-11-16T08:00:00Z");
    await digest(world);
    for (const { letter } of digests(world)) {
      expect(letter.subject).not.toMatch(/Marlowe|Ellie/);
      const isStaff = letter.to.join().endsWith("@leicestershire.example");
      expect(/Ellie Marlowe/.test(JSON.stringify(letter.paragraphs))).toBe(isStaff);
    }
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
