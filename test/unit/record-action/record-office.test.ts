import { beforeEach, describe, expect, it } from "vitest";
import { listEpisodes } from "../../../functions/core/list-episodes/list-episodes.ts";
import { emptyOffice, peopled, pinned, withEvent } from "../../../functions/domain/office/office.ts";
import { type OfficeRequest, recordOffice } from "../../../functions/record-action/record-office.ts";
import { aCoordinator, aManager, anAuditor, aWorker } from "../../builders/people.ts";
import { anUnreadable } from "../../builders/reading.ts";
import { officeEvents } from "../../fakes/office.ts";
import { receive, watch } from "../../fakes/steps.ts";
import { aWorld, type World } from "../../fakes/world.ts";

let world: World;
beforeEach(() => {
  world = aWorld();
});

let count = 0;
const act = (office: string, data: unknown, rest: Partial<OfficeRequest> = {}, on = world) =>
  recordOffice(
    { id: `form-${++count}`, office, data, channel: "console", actor: aManager(), ...rest },
    on.deps,
  );
const saysOf = (answer: Awaited<ReturnType<typeof act>>): string[] =>
  answer.outcome === "refused" ? answer.faults.map(({ says }) => says) : [];
const office = async (on = world) => (await on.deps.office.load())?.office ?? emptyOffice;

const change = {
  role: "ce-team",
  name: "CE team, nights",
  addresses: ["ce-nights@leicestershire.example"],
  reason: "The night rota began.",
};

describe("a handover note", () => {
  it("is pinned until the next person takes it, with who wrote and who took it", async () => {
    await act("write-handover", { text: "Ring the hospital." }, { actor: aCoordinator(), id: "note" });
    expect(pinned(await office())).toMatchObject([
      { id: "office:note", text: "Ring the hospital.", name: "Ian Frost", at: world.clock.iso() },
    ]);
    await act("take-handover", { note: "office:note" });
    expect(pinned(await office())).toEqual([]);
    expect((await office()).handovers).toMatchObject([{ taken: { name: "Ruth Bell" } }]);
    expect(saysOf(await act("take-handover", { note: "office:note" }))).toEqual([
      "The note was taken by Ruth Bell already.",
    ]);
    expect(saysOf(await act("take-handover", { note: "none" }))).toHaveLength(1);
  });

  it("stays pinned beside another, and of those taken the last is kept in sight", async () => {
    for (const id of ["a", "b", "c"]) await act("write-handover", { text: id }, { id });
    await act("take-handover", { note: "office:a" });
    await act("take-handover", { note: "office:c" });
    expect((await office()).handovers.map(({ text }) => text)).toEqual(["b", "c"]);
  });
});

describe("who holds a role", () => {
  it("is changed with a reason, and the letters go there", async () => {
    await act("change-recipient", change);
    await receive(world, "mail-1");
    await watch(world);
    const to = world.post.sent.flatMap(({ letter }) => letter.to);
    expect(to).toContain("ce-nights@leicestershire.example");
    expect(to).not.toContain("ce-team@leicestershire.example");
  });

  it("counts for mails that wait too", async () => {
    await act("change-recipient", change);
    await receive(world, "mail-1", anUnreadable(["no-reference"]));
    expect(world.post.sent.map(({ letter }) => letter.to)).toEqual([change.addresses]);
  });

  it("reaches functions that asked before within seconds, and is undone by the profile's own", async () => {
    await world.deps.people();
    await act("change-recipient", change);
    expect((await world.deps.people()).recipients).toEqual({});
    world.clock.advance(1);
    expect((await world.deps.people()).recipients["ce-team"]).toMatchObject({ addresses: change.addresses });
    await act("restore-recipient", { role: "ce-team", reason: "over" });
    world.clock.advance(1);
    expect(peopled(world.profile, await world.deps.people())).toBe(world.profile);
  });

  it("is shown by the list at once, also of rows from before", async () => {
    await receive(world, "mail-1");
    await act("change-recipient", change);
    world.clock.advance(1);
    const [listed] = await listEpisodes("open", world.deps);
    const owners = listed?.listing.duties.filter(({ owner }) => owner.role === "ce-team");
    expect(owners?.length).toBeGreaterThan(0);
    for (const { owner } of owners ?? [])
      expect(owner).toEqual({ role: "ce-team", name: change.name, addresses: change.addresses });
  });

  it("is never a stranger, nor the address that forces write to, nor a role nobody knows", async () => {
    const { ingest } = world.profile.mail;
    expect(
      saysOf(await act("change-recipient", { ...change, addresses: ["x@mail.example", ingest] })),
    ).toEqual([
      expect.stringMatching(/^addresses: x@mail\.example is neither/),
      ...(ingest.endsWith("@leicestershire.example")
        ? []
        : [expect.stringMatching(/is neither this authority's/)]),
      expect.stringMatching(/is where the forces' mails come in/),
    ]);
    expect(saysOf(await act("change-recipient", { ...change, role: "mayor" }))).toEqual([
      expect.stringMatching(/^role: has to be one of /),
    ]);
    expect(saysOf(await act("restore-recipient", { role: "ce-team", reason: "x" }))).toHaveLength(1);
    expect(await office()).toEqual(emptyOffice);
  });

  it("of another body stays with that body", async () => {
    const [role, own] = Object.entries(world.profile.recipients).find(
      ([, { addresses }]) => !addresses[0]?.endsWith("leicestershire.example"),
    ) ?? ["", { addresses: [""] }];
    const domain = String(own.addresses[0]?.split("@")[1]);
    const theirs = { ...change, role, addresses: [`nights@${domain}`] };
    expect(await act("change-recipient", theirs)).toMatchObject({ outcome: "done" });
  });

  it("that nobody can read keeps no mail from going", async () => {
    world.db.office.set("office", { version: 3, body: "{}" });
    await receive(world, "mail-1");
    await watch(world);
    expect(world.post.sent.length).toBeGreaterThan(0);
    await expect(act("change-recipient", change)).rejects.toThrow();
  });
});

describe("what is done for the whole authority", () => {
  it("is an event each, and the row is what they make of it", async () => {
    await act("write-handover", { text: "a" }, { id: "a" });
    await act("change-recipient", change);
    await act("take-handover", { note: "office:a" }, { actor: aCoordinator() });
    const events = officeEvents(world.db);
    expect(events.map(({ type }) => type)).toEqual(["write-handover", "change-recipient", "take-handover"]);
    expect(events[1]).toMatchObject({ channel: "console", actor: aManager(), data: change });
    expect(events.reduce(withEvent, emptyOffice)).toEqual(await office());
  });

  it.each([
    ["change-recipient", change, aCoordinator()],
    ["write-handover", { text: "x" }, aWorker()],
    ["take-handover", { note: "x" }, anAuditor()],
  ])("%s is refused to who may not", async (what, data, actor) => {
    expect(saysOf(await act(what, data, { actor }))).toEqual(["Your role does not do this."]);
    expect(officeEvents(world.db)).toEqual([]);
  });

  it.each([
    ["burn", {}, {}, [/^nothing is called "burn"/]],
    ["write-handover", { text: "" }, {}, [/text/]],
    ["change-recipient", { ...change, addresses: ["x"] }, {}, [/addresses/]],
    ["write-handover", { text: "x" }, { actor: undefined, by: "someone" }, [/^by: /, /^actor: /]],
  ])("%s with what is wrong says all of it", async (what, data, rest, wanted) => {
    const faults = saysOf(await act(what, data, rest));
    expect(faults).toHaveLength(wanted.length);
    for (const [index, pattern] of wanted.entries()) expect(faults[index]).toMatch(pattern);
  });

  it("by two at the same moment is both kept", async () => {
    await Promise.all([act("write-handover", { text: "a" }), act("write-handover", { text: "b" })]);
    expect((await office()).handovers).toHaveLength(2);
  });

  it("killed at any call and sent again is kept once", async () => {
    const send = (on: World) => act("write-handover", { text: "a" }, { id: "one" }, on);
    await send(world);
    const calls = [...world.io.calls];
    expect(calls).toContain("commit");
    for (const having of ["done", "not-done"] as const)
      for (const index of calls.keys()) {
        const killed = aWorld();
        killed.io.dieAt(index + 1, having);
        await send(killed).catch(() => undefined);
        expect(killed.io.hasDied()).toBe(true);
        killed.io.restart();
        await send(killed);
        expect((await office(killed)).handovers).toHaveLength(1);
      }
  });
});
