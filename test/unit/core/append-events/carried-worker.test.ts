import { beforeEach, describe, expect, it } from "vitest";
import { mayOpen } from "../../../../functions/domain/console/may-open.ts";
import { aMissing, aReading } from "../../../builders/reading.ts";
import { receive, record, watch } from "../../../fakes/steps.ts";
import { aWorld, eventsOf, theRow, type World } from "../../../fakes/world.ts";

const FIRST = "MP/26/004417";
const SECOND = "MP/26/004500";
const ASHA = "a.shah@leicestershire.example";

let world: World;
beforeEach(async () => {
  world = aWorld();
  await receive(world, "mail-1");
});

const allocate = () =>
  record(world, "allocate", { worker: ASHA, lineManager: "m.ray@leicestershire.example" });
const again = (child = {}) =>
  receive(world, "mail-2", aReading({ compacts: [aMissing({ reference: SECOND, child })] }));
const carriedIn = async (reference: string) =>
  (await eventsOf(world, theRow(world, reference).episodeId)).filter(({ type }) => type === "worker-carried");

describe("a child of whom an earlier episode is open is missing again", () => {
  it("ALL-17: its worker goes on: they are told in one mail, may open it, and it is theirs meanwhile", async () => {
    await allocate();
    await watch(world);
    const before = world.post.sent.length;
    await again();
    await watch(world);
    expect(await carriedIn(SECOND)).toMatchObject([
      { by: "Safe Return", data: { worker: ASHA, of: theRow(world, FIRST).episodeId } },
    ]);
    const mails = world.post.sent.slice(before).map(({ letter }) => letter);
    const theirs = mails.filter(({ to }) => to.includes(ASHA));
    expect(theirs.map(({ rules, episodes }) => [rules, episodes])).toEqual([[["ALL-17"], [SECOND]]]);
    expect(
      mails.some(
        ({ to, rules }) => to.includes("ce-team@leicestershire.example") && rules.includes("LEI-01"),
      ),
    ).toBe(true);
    const { listing } = theRow(world, SECOND);
    expect(listing && mayOpen({ address: ASHA, roles: ["worker"] }, listing)).toBe(true);
  });

  it("ALL-17: nobody goes on where nobody was allocated, or the child is another", async () => {
    await again();
    expect(await carriedIn(SECOND)).toEqual([]);
    await allocate();
    await receive(
      world,
      "mail-3",
      aReading({ compacts: [aMissing({ reference: "MP/26/004600", child: { surname: "Otherwise" } })] }),
    );
    expect(await carriedIn("MP/26/004600")).toEqual([]);
  });

  it("ALL-17: nor where the earlier one is over", async () => {
    await allocate();
    await record(world, "cancel", { reason: "created-in-error" });
    await again();
    expect(await carriedIn(SECOND)).toEqual([]);
  });

  it("ALL-17: once, also where the mail comes twice", async () => {
    await allocate();
    await Promise.all([again(), again()]);
    await receive(world, "mail-4", aReading({ compacts: [aMissing({ reference: SECOND })] }));
    expect(await carriedIn(SECOND)).toHaveLength(1);
  });
});
