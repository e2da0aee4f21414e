import { describe, expect, it } from "vitest";
import type { Reading } from "../../../functions/reading/reading.ts";
import { aMissing, anUnreadable } from "../../builders/reading.ts";
import { decide, receive } from "../../fakes/steps.ts";
import { aWorld, rows } from "../../fakes/world.ts";

const reading: Reading = {
  result: { status: "quarantined", reasons: ["no-reference"], compacts: [aMissing()] },
  mail: anUnreadable(["no-reference"], { force: "leicestershire-police" }).mail,
};

const release = async (data: unknown) => {
  const world = aWorld();
  await receive(world, "mail-1", reading);
  const decided = await decide(world, "release", reading, { data });
  return { world, says: decided.outcome === "refused" ? decided.faults.map(({ says }) => says) : [] };
};

describe("data of the wrong shape", () => {
  it.each([
    [{ confirmed: "yes" }, "confirmed: has to be true or false"],
    [{ force: 7 }, "force: has to be a text"],
    [{ compacts: {} }, "compacts: has to be a list"],
    [{ risk: "medum" }, "risk: has to be one of no-apparent-risk, low, medium, high"],
    [{ kind: "lost" }, "kind: has to be one of missing, found, update, cancelled, absent, deceased"],
    [{ child: { sex: "girl" } }, "child.sex: has to be one of female, male, other"],
  ])("%j is refused in a sentence that says what is right", async (data, sentence) => {
    expect((await release(data)).says).toEqual([sentence]);
  });
});

describe("a child's field", () => {
  it.each([[{ surname: "Rowan" }], [{ child: { surname: "Rowan" } }], [{ "child.surname": "Rowan" }]])(
    "is taken by either of its names: %j",
    async (data) => {
      const { world, says } = await release(data);
      expect(says).toEqual([]);
      expect(rows(world)).toHaveLength(1);
    },
  );
});
