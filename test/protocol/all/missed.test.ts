import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toIso } from "../../../functions/domain/calendar/instant.ts";
import { anAction, aRung, foundCompact, missingCompact, plusSeconds } from "../../builders/events.ts";
import { leicestershire, rutland } from "../../builders/profiles.ts";
import { dutyAt, storiesUnder } from "../../builders/timetable.ts";

const DUE = "2026-11-18T08:00:00Z";
const story = storiesUnder(leicestershire);
const rutlandStory = storiesUnder(rutland);
/** Leicestershire's decline ends nothing that nobody wrote up. */
const writtenUp = anAction("written-record", "2026-11-16T09:00:00Z", { writtenToChild: true, sections: {} });
const declined = (at: string) =>
  dutyAt(
    story([
      missingCompact(),
      foundCompact(),
      writtenUp,
      anAction("decline", at, { reason: "does not want to" }),
    ]),
    "return-interview",
    plusSeconds(at, 60),
  );

describe("a duty past its limit when what called for it ends", () => {
  it("ALL-11: is missed, with by how long; at the limit itself it is not", () => {
    expect(declined(plusSeconds(DUE, -1))?.state).toBe("not-required");
    expect(declined(DUE)?.state).toBe("not-required");
    expect(declined(plusSeconds(DUE, 1))).toMatchObject({
      state: "missed",
      reason: "missed by 1 min: does not want to",
    });
    expect(declined("2026-11-20T08:00:00Z")?.reason).toBe("missed by 2 days: does not want to");
  });

  it("ALL-11: also where the child is found, or the episode cancelled, after it", () => {
    const at = "2026-11-25T10:00:00Z";
    const cancel = anAction("cancel", at, { reason: "duplicate" });
    const told = aRung("return-interview", "told", "2026-11-15T08:30:00Z");
    const back = [missingCompact(), foundCompact(), told];
    expect(dutyAt(story([...back, cancel]), "return-interview", at)).toMatchObject({
      state: "missed",
      reason: "missed by 7 days: duplicate",
    });
    const found = foundCompact({ returnedAt: "2026-11-25T09:00:00Z", received: at });
    const away = missingCompact({ risk: "high" });
    const searched = rutlandStory([away, found]);
    const before = rutlandStory([away]);
    const late = rutland.rules
      .map(({ duty }) => dutyAt(before, duty, at))
      .filter((one) => one?.state === "open" && one.rule.ladder === "while-missing")
      .filter((one) => one?.dueAt !== undefined && one.dueAt < Date.parse(at));
    expect(late.length).toBeGreaterThan(0);
    for (const one of late) expect(["missed", "open"]).toContain(dutyAt(searched, one?.key ?? "", at)?.state);
  });

  it("ALL-11: nothing that ends after its limit is ever 'not required'", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -70, max: 400 }),
        fc.constantFrom("decline", "exempt", "cancel"),
        (h, how) => {
          const at = toIso(Date.parse(DUE) + h * 3_600_000);
          const end =
            how === "decline"
              ? anAction("decline", at, { reason: "no" })
              : how === "exempt"
                ? anAction("exempt", at, { reason: "on-remand" })
                : anAction("cancel", at, { reason: "duplicate" });
          const events = [missingCompact(), foundCompact(), end];
          for (const { duty } of leicestershire.rules) {
            const is = dutyAt(story(events), duty, plusSeconds(at, 1));
            if (is?.state !== "not-required" || is.dueAt === undefined || is.endedAt === undefined) continue;
            expect(is.endedAt).toBeLessThanOrEqual(is.dueAt);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
