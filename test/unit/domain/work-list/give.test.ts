import { describe, expect, it } from "vitest";
import { actionSchemas } from "../../../../functions/domain/episode/actions.ts";
import { given, givenBack, givenToDeputy } from "../../../../functions/domain/work-list/give.ts";
import { aListed } from "../../../builders/listed.ts";

const away = "s.okoro@leicestershire.example";
const deputy = "d.lane@leicestershire.example";
const allocation = { worker: away, lineManager: "m@leicestershire.example", saferReturns: true };

describe("giving episodes to somebody", () => {
  it("keeps what else the allocation says, and goes by what was seen", () => {
    const episode = aListed({ allocation: { ...allocation, absent: true } });
    const [one] = given([episode], { worker: deputy, reason: "on leave" });
    expect(one).toEqual({
      reference: episode.episodeId,
      ifSeq: episode.seq,
      action: "allocate",
      data: { ...allocation, worker: deputy, reason: "on leave" },
    });
    expect(actionSchemas.allocate.safeParse(one?.data).success).toBe(true);
  });

  it("that are nobody's yet says no more than to whom", () => {
    const { allocation: _, ...rest } = aListed().listing;
    expect(given([{ ...aListed(), listing: rest }], { worker: deputy })[0]?.data).toEqual({ worker: deputy });
  });
});

describe("somebody's absence", () => {
  const theirs = aListed({ allocation });
  const others = aListed({ allocation: { worker: "x@leicestershire.example" } });

  it("gives all that is theirs to the deputy until the day, and says whose it is", () => {
    const gifts = givenToDeputy([theirs, others], {
      worker: away,
      deputy,
      from: "2026-11-30",
      until: "2026-12-04",
    });
    expect(gifts.map(({ data }) => data)).toEqual([
      { ...allocation, worker: deputy, deputyFor: away, from: "2026-11-30", until: "2026-12-04" },
    ]);
    expect(actionSchemas.allocate.safeParse(gifts[0]?.data).success).toBe(true);
  });

  it("of a deputy leaves it said whose it was first", () => {
    const lent = aListed({ allocation: { worker: away, deputyFor: "first@leicestershire.example" } });
    const [gift] = givenToDeputy([lent], { worker: away, deputy });
    expect(gift?.data).toEqual({ worker: deputy, deputyFor: "first@leicestershire.example" });
  });

  it("ends with all of it given back, whoever has it by then", () => {
    const lent = aListed({
      allocation: { ...allocation, worker: deputy, deputyFor: away, until: "2026-12-04" },
    });
    expect(givenBack([lent, others, theirs], away.toUpperCase()).map(({ data }) => data)).toEqual([
      { ...allocation, worker: away.toUpperCase() },
    ]);
  });
});
