import { beforeEach, describe, expect, it } from "vitest";
import { checkFacts } from "../../../functions/check-facts/check-facts.ts";
import { aFound, aReading } from "../../builders/reading.ts";
import { someReturns } from "../../fakes/returns.ts";
import { receive } from "../../fakes/steps.ts";
import { aWorld, theRow, type World } from "../../fakes/world.ts";

let world: World;
let told: string[];
let counts: number[];
const deps = () => ({
  ...world.deps,
  ...someReturns(world),
  differ: (count: number) => void counts.push(count),
  failed: (id: string) => void told.push(id),
});

/** A whole day, hour by hour. */
const aDay = async (): Promise<number> => {
  let differed = 0;
  for (let hour = 0; hour < 24; hour += 1) {
    differed += (await checkFacts(deps())).differed;
    world.clock.advance(60);
  }
  return differed;
};

beforeEach(async () => {
  [told, counts] = [[], []];
  world = aWorld();
  await receive(world, "mail-1");
  await receive(world, "mail-2", aReading({ compacts: [aFound()] }));
});

describe("the nightly check of facts", () => {
  it("finds nothing where every commit kept its facts, and looks at each episode once a day", async () => {
    expect(await aDay()).toBe(0);
    expect(counts).toEqual(Array.from({ length: 24 }, () => 0));
  });

  it.each([
    ["altered", (text: string) => text.replace(/"month":"2026-11"/, '"month":"2026-11","age":3')],
    ["lost", () => undefined],
  ])("finds a row that was %s within a day, puts it right and rings", async (_how, alter) => {
    const { episodeId } = theRow(world);
    const month = world.db.facts.get("2026-11");
    const was = month?.get(episodeId) ?? "";
    const now = alter(was.replace(/"age":\d+,/, ""));
    if (now === undefined) month?.delete(episodeId);
    else month?.set(episodeId, now);
    expect(await aDay()).toBe(1);
    expect(told).toEqual([episodeId]);
    expect(counts.filter((one) => one > 0)).toEqual([1]);
    expect(JSON.parse(world.db.facts.get("2026-11")?.get(episodeId) ?? "{}")).toEqual(JSON.parse(was));
    expect(await aDay()).toBe(0);
  });
});
