import { beforeEach, describe, expect, it } from "vitest";
import { episodeEventSchema } from "../../../functions/domain/episode/events.ts";
import { aCoordinator, anAuditor, aWorker } from "../../builders/people.ts";
import { receive, record } from "../../fakes/steps.ts";
import { aWorld, eventsOf, theRow, type World } from "../../fakes/world.ts";

let world: World;
beforeEach(async () => {
  world = aWorld();
  await receive(world, "mail-1");
});

const note = { text: "rang back" };
const saysOf = (recorded: Awaited<ReturnType<typeof record>>): string[] =>
  recorded.outcome === "refused" ? recorded.faults.map(({ says }) => says) : [];
const lastEvent = async () => (await eventsOf(world, theRow(world).episodeId)).at(-1);

describe("who did it", () => {
  it("is who signed in, kept with the event and where they acted", async () => {
    const actor = aCoordinator();
    await record(world, "note", note, { channel: "console", actor });
    expect(await lastEvent()).toMatchObject({ by: actor.address, channel: "console", actor });
  });

  it("is taken in free text from the lab, and marked so", async () => {
    await record(world, "note", note, { channel: "lab", by: "worker" });
    expect(await lastEvent()).toMatchObject({ by: "worker", channel: "lab" });
    expect(await lastEvent()).not.toHaveProperty("actor");
  });

  it.each([
    ["free text from the console", { channel: "console", by: "worker" }, [/^by: /, /^actor: nobody/]],
    [
      "free text beside who signed in",
      { channel: "console", actor: aCoordinator(), by: "someone" },
      [/^by: who did it is who signed in/],
    ],
    ["nobody", { channel: "lab", by: " " }, [/^Say who did it/]],
    ["a channel nobody knows", { channel: "fax", by: "worker" }, [/^channel: has to be one of console, lab/]],
    ["no channel", { channel: undefined, by: "worker" }, [/^channel: /]],
    [
      "another authority's address",
      { channel: "console", actor: aCoordinator({ address: "i.frost@elsewhere.example" }) },
      [/^actor: i\.frost@elsewhere\.example is neither an address of this authority nor of who acts for it/],
    ],
    [
      "a subdomain of ours",
      { channel: "console", actor: aCoordinator({ address: "i.frost@x.leicestershire.example" }) },
      [/is neither an address/],
    ],
  ])("is not %s, and nothing is written", async (_what, who, wanted) => {
    const { version } = theRow(world);
    const faults = saysOf(await record(world, "note", note, who));
    expect(faults).toHaveLength(wanted.length);
    for (const [index, pattern] of wanted.entries()) expect(faults[index]).toMatch(pattern);
    expect(theRow(world).version).toBe(version);
  });

  it.each([
    ["a worker countersigns", aWorker({ teams: ["ce-team"] }), "sign-off", { nextSteps: "x" }],
    ["an auditor writes a note", anAuditor(), "note", note],
    ["nobody's role writes a note", aCoordinator({ roles: ["ce-team"] }), "note", note],
  ])("is refused where %s: a form may come from anywhere", async (_what, actor, action, data) => {
    const { version } = theRow(world);
    const answer = await record(world, action, data, { channel: "console", actor });
    expect(saysOf(answer)).toEqual([expect.stringMatching(/^Your role does not record /)]);
    expect(theRow(world).version).toBe(version);
  });

  it("works on what is theirs or their team's; of anything else they know nothing", async () => {
    const actor = aWorker();
    const act = (who: typeof actor) => record(world, "note", note, { channel: "console", actor: who });
    expect(await act(actor)).toEqual({ outcome: "unknown-episode" });
    expect(await act({ ...actor, teams: ["strategy-convenors"] })).toEqual({ outcome: "unknown-episode" });
    expect(await act({ ...actor, teams: theRow(world).listing?.teams ?? [] })).toMatchObject({
      outcome: "recorded",
    });
    await record(world, "allocate", { worker: actor.address }, { channel: "console", actor: aCoordinator() });
    expect(await act(actor)).toMatchObject({ outcome: "recorded" });
  });

  it("stays readable in events of before there was a console", () => {
    const old = {
      kind: "action",
      type: "note",
      id: "action:1",
      at: "2026-11-14T23:00:00Z",
      recordedAt: "2026-11-14T23:00:00Z",
      by: "worker",
      data: note,
    };
    expect(episodeEventSchema.parse(old)).toEqual(old);
  });

  it("may name the episode as pages do, by our own id", async () => {
    const { episodeId } = theRow(world);
    expect(await record(world, "note", note, { reference: episodeId })).toMatchObject({
      outcome: "recorded",
    });
    const unknown = await record(world, "note", note, { reference: `ep-${"0".repeat(32)}` });
    expect(unknown).toEqual({ outcome: "unknown-episode" });
  });
});
