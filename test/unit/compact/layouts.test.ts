import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CompactDraft } from "../../../functions/domain/compact/types.ts";
import { anyFacts, anyFamily, brotherOf, firstOf, reports } from "./facts.ts";
import { layouts, layoutsOfSeveral } from "./layouts.ts";
import { read } from "./mails.ts";

const withoutProvenance = ({ provenance: _, ...facts }: CompactDraft) => facts;

describe.each(reports)("the same facts of a report of kind $kind give the same compact", (report) => {
  it.each(layouts)("set as $name", async ({ render }) => {
    const { result } = await read(render(firstOf(report), report.titles[0]));
    expect(result.reasons).toEqual([]);
    expect(result.compacts.map(withoutProvenance)).toEqual([report.compact]);
    expect(result.unrecognised).toBeUndefined();
  });

  const titles = fc.constantFrom(...report.titles);

  it("in any layout, in any order, under any synonym, with any date form", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...layouts),
        anyFacts(report),
        titles,
        async ({ render }, facts, title) => {
          const { result } = await read(render(facts, title));
          expect(result.compacts.map(withoutProvenance)).toEqual([report.compact]);
          expect(result.status).toBe("accepted");
        },
      ),
      { numRuns: 200 },
    );
  }, 30_000);

  it("of two children too, each with its own", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...layoutsOfSeveral),
        anyFamily(report),
        titles,
        async ({ render }, facts, title) => {
          const { result } = await read(render(facts, title));
          expect(result.compacts.map(withoutProvenance)).toEqual([report.compact, brotherOf(report)]);
          expect(result).toMatchObject({ status: "accepted", reasons: [] });
        },
      ),
      { numRuns: 100 },
    );
  }, 30_000);
});
