import fc from "fast-check";
import { expect, it } from "vitest";
import { isOneSlip } from "../../../../functions/domain/possible-child/alike.ts";
import { slipsBetween } from "../../../../functions/domain/shape/nearest.ts";

/** Of few letters, so that many of them are near. */
const name = fc.string({ unit: fc.constantFrom("a", "b", "é"), maxLength: 6 });

it("finds one slip in one pass as the table of all slips does", () => {
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(isOneSlip(a, b)).toBe(slipsBetween(a, b) <= 1);
    }),
    { numRuns: 2_000 },
  );
});
