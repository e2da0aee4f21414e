import { beforeEach, describe, expect, it } from "vitest";
import { type Rebuilt, rebuildRows } from "../../../functions/migrate-episodes/rebuild-rows.ts";
import { aFound, aMissing, aReading } from "../../builders/reading.ts";
import { fireDue, receive } from "../../fakes/steps.ts";
import { aWorld, rows, theRow, type World } from "../../fakes/world.ts";

let world: World;
const rebuild = (): Promise<Rebuilt> => rebuildRows({ rebuild: [...world.db.events.keys()] }, world.deps);

/** What a row says, without the count of its commits and of its workflows. */
const said = (of: World) =>
  rows(of)
    .map(({ version: _v, generation: _g, ...row }) => row)
    .toSorted((a, b) => a.reference.localeCompare(b.reference));

beforeEach(async () => {
  world = aWorld({ at: "2026-11-15T08:35:00Z" });
  await receive(world, "mail-1");
  await receive(world, "mail-2", aReading({ compacts: [aFound()] }));
  await fireDue(world, theRow(world).episodeId);
  await receive(world, "mail-3", aReading({ compacts: [aMissing({ reference: "MP/26/004499" })] }));
});

describe("rows made anew of the events", () => {
  it("are what they were, when all of them are lost", async () => {
    const before = said(world);
    const children = [...world.db.children.keys()].toSorted();
    const events = JSON.stringify([...world.db.events].map(([id, links]) => [id, [...links]]));
    world.db.episodes.clear();
    world.db.children.clear();
    expect(await rebuild()).toMatchObject({ broken: [], failed: [] });
    expect(said(world)).toEqual(before);
    expect([...world.db.children.keys()].toSorted()).toEqual(children);
    expect(JSON.stringify([...world.db.events].map(([id, links]) => [id, [...links]]))).toBe(events);
  });

  it("follow the events where a row was restored from an earlier second", async () => {
    const { episodeId } = theRow(world, "MP/26/004417");
    const now = said(world);
    const kept = world.db.episodes.get(episodeId);
    if (!kept) throw new Error("no row");
    const earlier = { ...JSON.parse(kept.body), seq: 1, status: "missing", lastHash: "of then" };
    world.db.episodes.set(episodeId, { ...kept, body: JSON.stringify(earlier) });
    await rebuild();
    expect(said(world)).toEqual(now);
  });

  it("send no mail a second time", async () => {
    const sent = world.post.subjects();
    world.db.episodes.clear();
    world.db.children.clear();
    world.db.claims.clear();
    await rebuild();
    for (const { episodeId } of rows(world)) await fireDue(world, episodeId);
    expect(world.post.subjects().slice(0, sent.length)).toEqual(sent);
    expect(world.post.subjects().filter((s) => s.startsWith("MP/26/004417"))).toEqual(
      sent.filter((s) => s.startsWith("MP/26/004417")),
    );
  });

  it("change nothing more when they are made twice", async () => {
    world.db.episodes.clear();
    await rebuild();
    const once = said(world);
    await rebuild();
    expect(said(world)).toEqual(once);
  });

  it.each([
    ["altered", (text: string) => text.replace("MP/26/004417", "MP/26/004418")],
    ["with another number", (text: string) => text.replace('"seq":1', '"seq":2')],
  ])("leave for a person a chain whose event was %s", async (_what, change) => {
    const { episodeId } = theRow(world, "MP/26/004417");
    const links = world.db.events.get(episodeId);
    links?.set(1, change(links.get(1) ?? ""));
    const row = world.db.episodes.get(episodeId);
    const { broken, rebuilt } = await rebuild();
    expect(broken).toEqual([{ id: episodeId, seq: 1 }]);
    expect(rebuilt).toEqual([theRow(world, "MP/26/004499").episodeId]);
    expect(world.db.episodes.get(episodeId)).toEqual(row);
  });

  it("leave for a person a chain of which an event is gone", async () => {
    const { episodeId } = theRow(world, "MP/26/004417");
    world.db.events.get(episodeId)?.delete(2);
    expect((await rebuild()).broken).toEqual([{ id: episodeId, seq: 2 }]);
  });
});
