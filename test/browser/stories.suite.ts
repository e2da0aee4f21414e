import { describe, it } from "vitest";
import { daniel } from "./stories/daniel.ts";
import { ellie } from "./stories/ellie.ts";
import { lab, leaveAfterAll } from "./support/console.ts";

const told = [
  ...ellie.map((one) => ({ child: "Ellie", ...one })),
  ...daniel.map((one) => ({ child: "Daniel", ...one })),
].toSorted((a, b) => a.at - b.at);

/** A little before the first mail of any story. */
export const beginning = (told[0]?.at ?? 0) - 3_600_000;

/** Both children's stories on one clock, worked by clicking alone and without a script. */
export const stories = (): void => {
  describe("two children's stories in the console", () => {
    leaveAfterAll();

    it.each(told)("$child: $title", async ({ at, happens }) => {
      if (at > (await lab.now())) await lab.advanceTo(at);
      await happens();
      await lab.settle();
    });
  });
};
