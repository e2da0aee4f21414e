import { describe, expect, it } from "vitest";
import { simulate } from "../../simulation/simulate.ts";

describe("the pipeline under faults", () => {
  it.each([1, 10, 2, 3, 4, 5, 6, 7])(
    "seed %i: no mail and no timer is lost, none told twice but where its function died, nobody let in",
    async (seed) => {
      const { findings, episodes, letters } = await simulate(seed, 4);
      expect(findings).toEqual([]);
      expect(episodes).toBeGreaterThan(2);
      expect(letters).toBeGreaterThan(10);
    },
  );

  it("runs the same from the same seed", async () => {
    const [one, other] = [await simulate(4, 3), await simulate(4, 3)];
    expect(one.trace).toEqual(other.trace);
    expect(one.trace.length).toBeGreaterThan(10);
    expect((await simulate(5, 3)).trace).not.toEqual(one.trace);
  });
});
