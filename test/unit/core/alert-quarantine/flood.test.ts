import { describe, expect, it } from "vitest";
import { watchDeadlines } from "../../../../functions/watch-deadlines/watch-deadlines.ts";
import { anUnreadable } from "../../../builders/reading.ts";
import { entryOf } from "../../../fakes/ledger.ts";
import { receive, watch } from "../../../fakes/steps.ts";
import { aWorld, type World } from "../../../fakes/world.ts";

const noReport = ["sender-not-allowed", "unknown-kind", "no-reference", "no-surname", "no-date-of-birth"];
const offer = (n: number) => anUnreadable(noReport, { ofNoChild: true, digest: `offer-${n}` });

const subjects = ({ post }: World) => post.sent.map(({ at, letter }) => `${at} ${letter.subject}`);
/** The watchdog, minute by minute until then. */
const until = async (world: World, iso: string): Promise<void> => {
  while (world.clock.now() < Date.parse(iso)) {
    world.clock.advance(1);
    await watch(world);
  }
};

describe("strangers' mails with nothing of a child in them", () => {
  it("are told of in one list once the hour is full, to the first role and after its hours to the next", async () => {
    const world = aWorld({ at: "2026-11-14T22:10:00Z" });
    for (let n = 0; n < 3; n += 1) {
      await receive(world, `mail-${n}`, offer(n));
      await until(world, `2026-11-14T22:${(n + 2) * 10}:00Z`);
    }
    expect(world.post.sent).toEqual([]);
    await until(world, "2026-11-15T06:00:00Z");
    expect(subjects(world)).toEqual([
      "2026-11-14T23:00:00Z Strangers' mails wait for a person: 3",
      "2026-11-15T03:00:00Z Strangers' mails wait for a person: 3",
    ]);
    expect(world.post.sent.map(({ letter }) => letter.to.join())).toEqual([
      "ce-team@leicestershire.example",
      "ce-service-manager@leicestershire.example",
    ]);
    for (const n of [0, 1, 2]) expect(JSON.stringify(world.post.sent[0])).toContain(`mail-${n}`);
  });

  it("of another hour are in another list", async () => {
    const world = aWorld({ at: "2026-11-14T22:59:00Z" });
    await receive(world, "mail-1", offer(1));
    await until(world, "2026-11-14T23:00:00Z");
    await receive(world, "mail-2", offer(2));
    await until(world, "2026-11-15T00:00:00Z");
    expect(subjects(world)).toEqual([
      "2026-11-14T23:00:00Z Strangers' mails wait for a person: 1",
      "2026-11-15T00:00:00Z Strangers' mails wait for a person: 1",
    ]);
  });

  it("that SES could not send are in the list of a later minute, each of them", async () => {
    const world = aWorld({ at: "2026-11-14T22:10:00Z" });
    await receive(world, "mail-1", offer(1));
    world.clock.to("2026-11-14T23:00:00Z");
    world.post.state.down = true;
    await watch(world).catch(() => undefined);
    world.post.state.down = false;
    await until(world, "2026-11-14T23:05:00Z");
    expect(subjects(world)).toEqual(["2026-11-14T23:02:00Z Strangers' mails wait for a person: 1"]);
  });

  it("are told of once by two processes at the same moment", async () => {
    const world = aWorld({ at: "2026-11-14T22:10:00Z" });
    await receive(world, "mail-1", offer(1));
    world.clock.to("2026-11-14T23:00:00Z");
    await Promise.all([watch(world), watch(world)]);
    expect(world.post.sent).toHaveLength(1);
  });
});

describe("told at once, whoever sent it, is a mail", () => {
  it.each([
    ["of a force's", anUnreadable(noReport, { ofNoChild: true, force: "leicestershire-police" })],
    ["with something of a child in it", anUnreadable(noReport)],
    [
      "that could not be read to its end",
      anUnreadable(["sender-not-allowed", "encrypted"], { ofNoChild: true }),
    ],
  ])("%s", async (_what, reading) => {
    const world = aWorld();
    await receive(world, "mail-1", reading);
    expect(world.post.subjects()).toEqual([expect.stringContaining("A mail waits for a person: mail-1")]);
    expect(entryOf(world.db, "mail-1")).not.toHaveProperty("inList");
  });
});

describe("a flood of mails that may be about a child", () => {
  it("makes what is due wait for fifteen seconds at most, however slow SES is", async () => {
    const world = aWorld();
    await receive(world, "missing");
    world.post.sent.length = 0;
    world.post.state.down = true;
    for (let n = 0; n < 50; n += 1)
      await receive(world, `flood-${n}`, anUnreadable(["no-kind"], { digest: `${n}` })).catch(
        () => undefined,
      );
    world.post.state.down = false;
    world.clock.to("2026-11-17T22:00:00Z");
    const slow: typeof world.deps.send = async (letter, now) => {
      world.clock.advance(1 / 12);
      return world.deps.send(letter, now);
    };
    await watchDeadlines({ ...world.deps, send: slow });
    const alerts = world.post.subjects().filter((subject) => subject.startsWith("A mail waits"));
    expect(alerts.length).toBeLessThan(10);
    expect(world.post.rules().some((rules) => rules.includes("LEI-"))).toBe(true);
    for (let minute = 0; minute < 30; minute += 1) {
      world.clock.advance(1);
      await watch(world);
    }
    expect(new Set(world.post.subjects().filter((s) => s.startsWith("A mail waits"))).size).toBe(50);
  });

  it("is told of fifty a minute, the forces' own first, and none is left out", async () => {
    const world = aWorld();
    world.post.state.down = true;
    for (let n = 0; n < 120; n += 1)
      await receive(world, `flood-${n}`, anUnreadable(["no-kind"], { digest: `${n}` })).catch(
        () => undefined,
      );
    const own = anUnreadable(["no-surname"], { force: "leicestershire-police" });
    await receive(world, "own", own).catch(() => undefined);
    world.post.state.down = false;
    world.clock.advance(3);
    await watch(world);
    expect(world.post.sent).toHaveLength(50);
    expect(world.post.subjects()[0]).toContain("own");
    for (const _ of [1, 2]) {
      world.clock.advance(1);
      await watch(world);
    }
    expect(new Set(world.post.subjects()).size).toBe(121);
  });
});
