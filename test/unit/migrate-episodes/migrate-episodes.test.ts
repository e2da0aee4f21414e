import { beforeEach, describe, expect, it, vi } from "vitest";
import { planFor } from "../../../functions/core/append-events/append-events.ts";
import type { Profile } from "../../../functions/domain/profile/profile.ts";
import { migrateEpisodes } from "../../../functions/migrate-episodes/migrate-episodes.ts";
import type { MigrationRequest } from "../../../functions/migrate-episodes/request.ts";
import { leicestershire } from "../../builders/profiles.ts";
import { aFound, aMissing, aReading } from "../../builders/reading.ts";
import { fireDue, receive, record } from "../../fakes/steps.ts";
import { aWorld, eventsOf, rows, theRow, type World } from "../../fakes/world.ts";

/** Leicestershire's, with the return interview by another limit. */
const within = (amount: number): Profile => ({
  ...leicestershire,
  rules: leicestershire.rules.map((rule) =>
    rule.id === "LEI-04" ? { ...rule, due: [{ anchor: "returned", amount, unit: "h" }] } : rule,
  ),
});

let world: World;
const migrate = (request: Partial<MigrationRequest> = {}) =>
  migrateEpisodes({ by: "manager", dryRun: false, ...request }, world.deps);
const changes = async () =>
  (await eventsOf(world, theRow(world).episodeId)).filter((e) => e.kind === "profile");
const interview = async () => {
  const { assessment } = await planFor({ episodeId: theRow(world).episodeId, events: [] }, world.deps);
  return assessment.duties.find((d) => d.key === "return-interview");
};

beforeEach(async () => {
  world = aWorld({ at: "2026-11-15T08:35:00Z" });
  await receive(world, "mail-1");
  await receive(world, "mail-2", aReading({ compacts: [aFound()] }));
  await fireDue(world, theRow(world).episodeId);
});

describe("an open episode, after another version was deployed", () => {
  it("keeps the one it started under; a new episode has the new one", async () => {
    world.deploy(within(48));
    const limit = (await interview())?.dueAt;
    expect(new Date(limit ?? 0).toISOString()).toBe("2026-11-18T08:00:00.000Z");
    await receive(world, "mail-3", aReading({ compacts: [aMissing({ reference: "MP/26/004499" })] }));
    expect(theRow(world).profileHash).toBe("v1");
    expect(theRow(world, "MP/26/004499").profileHash).toBe("v2");
  });

  it("is shown with what would move, and nothing is changed", async () => {
    world.deploy(within(48));
    const before = JSON.stringify([...world.db.events, ...world.db.episodes, ...world.db.outbox]);
    expect(await migrate({ dryRun: true })).toMatchObject({
      outcome: "would-migrate",
      to: "v2",
      failed: [],
      episodes: [
        {
          reference: "MP/26/004417",
          from: "v1",
          moves: expect.arrayContaining([
            expect.objectContaining({ rule: "LEI-04", clause: "intro", change: "limit" }),
          ]),
        },
      ],
    });
    expect(JSON.stringify([...world.db.events, ...world.db.episodes, ...world.db.outbox])).toBe(before);
  });

  it("moves with an event that says who, when, from and to which, and is woken", async () => {
    world.deploy(within(48));
    const { episodeId } = theRow(world);
    await world.deps.tokens.keep(episodeId, "return-interview", "token-1");
    await migrate();
    expect(await changes()).toMatchObject([
      { type: "profile-changed", by: "manager", at: "2026-11-15T08:35:00Z", from: "v1", to: "v2" },
    ]);
    expect(theRow(world)).toMatchObject({ profileHash: "v2", nextRungAt: "2026-11-15T12:35:00Z" });
    expect(world.workflow.woken).toContain("token-1");
  });

  it("follows the new ladder, and no mail goes a second time", async () => {
    world.deploy(within(48));
    const sent = world.post.subjects();
    await migrate();
    expect(await fireDue(world, theRow(world).episodeId)).toBe(0);
    expect(world.post.subjects()).toEqual(sent);
    world.clock.to("2026-11-17T08:00:00Z");
    await fireDue(world, theRow(world).episodeId);
    expect(world.post.sent.slice(sent.length).map(({ letter }) => letter.rules.join(" "))).toContain(
      "LEI-04",
    );
  });

  it("stays as it is when asked a second time, and may go back", async () => {
    world.deploy(within(48));
    await migrate();
    const version = theRow(world).version;
    expect(await migrate()).toMatchObject({ episodes: [] });
    expect(theRow(world).version).toBe(version);
    await migrate({ to: "v1" });
    await migrate({ to: "v2" });
    expect((await changes()).map(({ from, to }) => `${from} ${to}`)).toEqual(["v1 v2", "v2 v1", "v1 v2"]);
  });

  it("moved by two people at once has one event", async () => {
    world.deploy(within(48));
    await Promise.all([migrate(), migrate({ by: "other" }), record(world, "note", { text: "rang" })]);
    expect(await changes()).toHaveLength(1);
  });

  it("decides again on what was sent while it was looked at", async () => {
    world.deploy(within(96));
    world.clock.to("2026-11-18T08:01:00Z");
    world.meddling.beforeNextCommit = () => fireDue(world, theRow(world).episodeId);
    await migrate();
    const sent = world.post.sent.length;
    world.clock.to("2026-11-19T07:59:00Z");
    expect((await interview())?.rungs.find(({ rung }) => rung.id === "limit")).toMatchObject({ fired: true });
    expect(sent).toBeGreaterThan(2);
  });
});

describe("a migration", () => {
  it("leaves closed episodes alone", async () => {
    await record(world, "cancel", { reason: "created-in-error" });
    world.deploy(within(48));
    expect(await migrate()).toMatchObject({ episodes: [] });
    expect(await migrate({ episodeIds: [theRow(world).episodeId] })).toMatchObject({ episodes: [] });
    expect(theRow(world).profileHash).toBe("v1");
  });

  it("is refused for a version nobody knows", async () => {
    expect(await migrate({ to: "v9" })).toEqual({ outcome: "unknown-version", version: "v9" });
  });

  it("is refused for an episode whose force the version lacks", async () => {
    world.deploy({ ...within(48), forces: within(48).forces.map((force) => ({ ...force, id: "other" })) });
    expect(await migrate()).toMatchObject({
      episodes: [{ refused: 'the new version has no force "leicestershire-police"', moves: [] }],
    });
    expect(theRow(world).profileHash).toBe("v1");
  });

  it("is refused for an episode whose own version is not kept", async () => {
    world.deploy(within(48));
    const find = async (hash: string) => (hash === "v1" ? undefined : within(48));
    const deps = { ...world.deps, profiles: { ...world.deps.profiles, find } };
    expect(await migrateEpisodes({ by: "manager", dryRun: false }, deps)).toMatchObject({
      episodes: [{ refused: expect.stringContaining("is not kept") }],
    });
  });

  it("of one episode that fails keeps no other waiting", async () => {
    await receive(world, "mail-3", aReading({ compacts: [aMissing({ reference: "MP/26/004499" })] }));
    world.deploy(within(48));
    const broken = theRow(world, "MP/26/004499").episodeId;
    const { load } = world.deps.episodes;
    const episodes = {
      ...world.deps.episodes,
      load: (id: string) => (id === broken ? Promise.reject(new Error("unreadable")) : load(id)),
    };
    const answer = await migrateEpisodes({ by: "manager", dryRun: false }, { ...world.deps, episodes });
    expect(answer).toMatchObject({ failed: [broken], episodes: [{ reference: "MP/26/004417" }] });
    expect(world.left.map(({ id }) => id)).toEqual([broken]);
  });

  it("goes page by page over many, and reads once which are open", async () => {
    for (let n = 10; n < 50; n += 1)
      await receive(world, `mail-${n}`, aReading({ compacts: [aMissing({ reference: `MP/26/0055${n}` })] }));
    world.deploy(within(48));
    const open = vi.spyOn(world.deps, "open");
    const first = await migrate();
    const left = "left" in first ? first.left : [];
    expect(left).toHaveLength(16);
    expect(await migrate({ episodeIds: left })).toMatchObject({ left: [] });
    expect(open).toHaveBeenCalledTimes(1);
    expect(new Set(rows(world).map(({ profileHash }) => profileHash))).toEqual(new Set(["v2"]));
  });
});
