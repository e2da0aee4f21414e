import { beforeEach, describe, expect, it } from "vitest";
import { aMissing, aReading } from "../../builders/reading.ts";
import { receive, record } from "../../fakes/steps.ts";
import { aWorld, eventsOf, type World } from "../../fakes/world.ts";

const SECOND = "MP/26/004500";
const held = { method: "face-to-face", covers: [SECOND] };

let world: World;
beforeEach(async () => {
  world = aWorld();
  await receive(world, "mail-1");
});

const typesIn = async (episodeId: string) => (await eventsOf(world, episodeId)).map((e) => e.type);

const secondEpisode = async (child: { surname?: string } = {}): Promise<string> => {
  const entry = await receive(
    world,
    "mail-2",
    aReading({ compacts: [aMissing({ reference: SECOND, child })] }),
  );
  return String(entry.episodes[0]);
};

describe("ALL-02: one interview that covers several episodes", () => {
  it("is kept in each of them, once", async () => {
    const second = await secondEpisode();
    const answer = await record(world, "interview-held", held, { id: "one" });
    expect(answer).toMatchObject({ outcome: "recorded" });
    await record(world, "interview-held", held, { id: "one" });
    expect((await typesIn(second)).filter((t) => t === "interview-held")).toHaveLength(1);
    expect((await eventsOf(world, second)).at(-1)).toMatchObject({ data: { coveredBy: "MP/26/004417" } });
  });

  it.each([
    ["strategy-discussion-held", { covers: [SECOND] }],
    ["meeting-held", { meeting: "multi-agency", covers: [SECOND] }],
  ] as const)("LEI-03, DER-09, DER-10: so is one meeting: %s", async (action, data) => {
    const second = await secondEpisode();
    await record(world, action, data, { id: "one" });
    await record(world, action, data, { id: "one" });
    expect((await typesIn(second)).filter((t) => t === action)).toHaveLength(1);
    expect((await eventsOf(world, second)).at(-1)).toMatchObject({ data: { coveredBy: "MP/26/004417" } });
  });

  it("is refused where the other episode is unknown, and nothing is kept", async () => {
    const answer = await record(world, "interview-held", held);
    expect(answer).toMatchObject({ outcome: "refused", faults: [{ says: expect.stringContaining(SECOND) }] });
  });

  it("is refused where the other episode is another child's, and nothing is kept", async () => {
    const second = await secondEpisode({ surname: "Otherwise" });
    expect(await record(world, "interview-held", held)).toMatchObject({ outcome: "refused" });
    expect(await typesIn(second)).not.toContain("interview-held");
  });
});
