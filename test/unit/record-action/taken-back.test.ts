import { beforeEach, describe, expect, it } from "vitest";
import { fold } from "../../../functions/domain/episode/fold.ts";
import { aManager, aWorker } from "../../builders/people.ts";
import { aMissing, aReading } from "../../builders/reading.ts";
import { receive, record } from "../../fakes/steps.ts";
import { aWorld, eventsOf, theRow, type World } from "../../fakes/world.ts";

const SECOND = "MP/26/004500";
const worker = { channel: "console", actor: aWorker({ roles: ["worker", "coordinator"] }) };
const manager = { channel: "console", actor: aManager() };

let world: World;
beforeEach(async () => {
  world = aWorld();
  await receive(world, "mail-1");
});

const episode = async (id = theRow(world).episodeId) => fold(id, await eventsOf(world, id));
const standing = async (id?: string) => (await episode(id)).actions.map(({ type }) => type);

describe("ALL-21: what was recorded by mistake", () => {
  it("is withdrawn by its event or its name, and the event keeps which one was meant", async () => {
    await record(world, "note", { text: "one" }, worker);
    await record(world, "note", { text: "two" }, worker);
    const answer = await record(world, "withdraw", { recorded: "note", reason: "another child's" }, worker);
    expect(answer).toMatchObject({ outcome: "recorded" });
    const { actions, taken } = await episode();
    expect(actions.filter(({ type }) => type === "note")).toMatchObject([{ data: { text: "one" } }]);
    expect(taken).toMatchObject([
      { event: { data: { text: "two" } }, by: { data: { recorded: taken[0]?.event.id } } },
    ]);
  });

  it("is corrected by recording it again in its place, once however often it is sent", async () => {
    await record(world, "note", { text: "at noon" }, worker);
    const instead = { recorded: "note", reason: "it was at one" };
    const correct = () => record(world, "note", { text: "at one" }, { ...worker, id: "again", instead });
    await correct();
    await correct();
    expect((await episode()).actions).toMatchObject([{ data: { text: "at one" } }]);
    expect(await eventsOf(world, theRow(world).episodeId)).toHaveLength(3);
  });

  it("is taken back in every episode that keeps it", async () => {
    const reading = aReading({ compacts: [aMissing({ reference: SECOND })] });
    const second = String((await receive(world, "mail-2", reading)).episodes[0]);
    await record(world, "interview-held", { method: "face-to-face", covers: [SECOND] }, worker);
    expect(await standing(second)).toContain("interview-held");
    await record(world, "withdraw", { recorded: "interview-held", reason: "it was not held" }, worker);
    expect(await standing()).not.toContain("interview-held");
    expect(await standing(second)).not.toContain("interview-held");
  });

  it("is not withdrawn by a colleague, whose refusal has the clause; a manager may", async () => {
    await record(world, "note", { text: "one" }, worker);
    const data = { recorded: "note", reason: "a mistake" };
    const colleague = {
      ...worker,
      actor: aWorker({ subject: "x", address: "x@leicestershire.example", roles: ["coordinator"] }),
    };
    expect(await record(world, "withdraw", data, colleague)).toMatchObject({
      outcome: "refused",
      faults: [{ rule: "ALL-21" }],
    });
    expect(await record(world, "withdraw", data, manager)).toMatchObject({ outcome: "recorded" });
  });
});

describe("ALL-12: an exemption", () => {
  it("waits where a worker records it, and counts at once where a manager does", async () => {
    await record(world, "exempt", { reason: "in-hospital" }, worker);
    expect((await episode()).actions).toMatchObject([{ awaits: "approval" }]);
    const approval = await record(world, "approve", {}, manager);
    expect(approval).toMatchObject({ outcome: "recorded" });
    await record(world, "exempt", { reason: "on-remand" }, manager);
    expect((await episode()).actions.at(-1)).not.toHaveProperty("awaits");
  });

  it("is not approved where nothing waits", async () => {
    expect(await record(world, "approve", {}, manager)).toMatchObject({
      outcome: "refused",
      faults: [{ rule: "ALL-12", says: expect.stringContaining("Nothing that was recorded") }],
    });
  });
});
