import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CompactDraft } from "../../../functions/domain/compact/types.ts";
import { anyFacts, firstOf } from "./facts.ts";
import { layouts } from "./layouts.ts";
import { read } from "./mails.ts";

const expected = {
  kind: "missing",
  reference: "MP/26/004417",
  incidentNumber: "LP-20261114-0932",
  child: {
    surname: "ASHDOWN",
    forenames: "Ellie May",
    dateOfBirth: "2011-03-09",
    knownAs: "Els",
    missingFromAddress: "Fosse Park, Leicester",
  },
  risk: "medium",
  missingSince: "2026-11-14T21:30:00+00:00",
  reportedAt: "2026-11-14T22:41:00+00:00",
  circumstances: "Left after an argument about her phone. Took a rucksack.",
  careStatus: "not-looked-after",
  socialWorker: "Allocated team",
  childProtectionPlan: true,
  warnings: ["CSE"],
  flags: ["exploitation"],
  officer: { name: "PC Rowan", collarNumber: "4471", station: "Mansfield House" },
};

const withoutProvenance = ({ provenance: _, ...facts }: CompactDraft) => facts;

describe("the same facts give the same compact", () => {
  it.each(layouts)("set as $name", async ({ render }) => {
    const { result } = await read(render(firstOf()));
    expect(result.reasons).toEqual([]);
    expect(result.compacts.map(withoutProvenance)).toEqual([expected]);
    expect(result.unrecognised).toBeUndefined();
  });

  it("in any layout, in any order, under any synonym, with any date form", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...layouts), anyFacts, async ({ render }, facts) => {
        const { result } = await read(render(facts));
        expect(result.compacts.map(withoutProvenance)).toEqual([expected]);
        expect(result.status).toBe("accepted");
      }),
      { numRuns: 300 },
    );
  }, 30_000);
});
