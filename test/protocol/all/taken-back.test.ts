import { describe, expect, it } from "vitest";
import type { ActionEvent, EpisodeEvent } from "../../../functions/domain/episode/events.ts";
import { fold } from "../../../functions/domain/episode/fold.ts";
import { anAction, foundCompact, missingCompact, plusSeconds } from "../../builders/events.ts";
import { leicestershire } from "../../builders/profiles.ts";
import { dutyAt, inShort, mailsUntil, refusals, storiesUnder } from "../../builders/timetable.ts";

const AT = "2026-11-16T10:00:00Z";
const LATER = "2026-11-16T15:00:00Z";
const RUTH = "manager:r.bell@leicestershire.example";
const SADE = "worker:s.okoro@leicestershire.example";

const story = storiesUnder(leicestershire);
const back = (...events: EpisodeEvent[]) => story([missingCompact(), foundCompact(), ...events]);
const held = { ...anAction("interview-held", AT, { method: "face-to-face" }, SADE), id: "held" };
const withdrawn = (at = LATER, by = SADE, recorded = "held") => ({
  ...anAction("withdraw", at, { recorded, reason: "the wrong child" }, by),
  id: `withdraws-${recorded}`,
});
const interview = (events: EpisodeEvent[], now: string) =>
  dutyAt(back(...events), "return-interview", now)?.state;
const says = (action: ActionEvent, ...before: EpisodeEvent[]) =>
  refusals(back(...before), action).map((one) => one.says);

describe("what was recorded by mistake", () => {
  it("ALL-21: counts until it is withdrawn; then what it had ended stands again", () => {
    expect(interview([held, withdrawn()], plusSeconds(LATER, -1))).toBe("done");
    expect(interview([held, withdrawn()], LATER)).toBe("open");
  });

  it("ALL-21: nothing is deleted, and a withdrawal can itself be withdrawn", () => {
    const again = withdrawn("2026-11-16T16:00:00Z", RUTH, "withdraws-held");
    expect(interview([held, withdrawn(), again], "2026-11-16T16:00:00Z")).toBe("done");
    expect(fold("ep-1", [missingCompact(), held, withdrawn()]).taken).toMatchObject([
      { event: { id: "held" } },
    ]);
  });

  it("ALL-21: the same in whatever order the events come", () => {
    const events = [missingCompact(), foundCompact(), held, withdrawn()];
    const one = fold("ep-1", events);
    expect(fold("ep-1", events.toReversed())).toEqual(one);
  });

  it("ALL-21: a correction stands in the place of what it corrects", () => {
    const late = "2026-11-19T10:00:00Z";
    const corrected = {
      ...anAction("interview-held", late, { method: "telephone", reasonLate: "ill" }, SADE),
      instead: { recorded: "held", reason: "a slip in the day" },
    };
    expect(interview([held, corrected], plusSeconds(late, -1))).toBe("done");
    expect(interview([held, corrected], late)).toBe("late-done");
  });

  it("ALL-21: by its author or a manager, and by nobody else, with the clause", () => {
    expect(says(withdrawn(), held)).toEqual([]);
    expect(says(withdrawn(LATER, RUTH), held)).toEqual([]);
    const other = refusals(back(held), withdrawn(LATER, "worker:b.hale@leicestershire.example"));
    expect(other).toMatchObject([{ rule: "ALL-21", clause: "every protocol" }]);
  });

  it("ALL-21: what does not stand is not withdrawn", () => {
    expect(says(withdrawn())).toEqual([expect.stringContaining("Nothing that stands")]);
    const again = { ...withdrawn(plusSeconds(LATER, 9)), id: "again" };
    expect(says(again, held, withdrawn())).toEqual(["This was taken back already."]);
  });

  it("ALL-21: whoever was told since is told, once", () => {
    const told = inShort(mailsUntil(back(held, withdrawn()), "2026-11-20T00:00:00Z"), "taken-back");
    expect(told).toEqual([
      `${LATER} told -> ce-team@leicestershire.example, ce-team-manager@leicestershire.example`,
    ]);
  });

  it("ALL-21: a report taken off its episode no longer says that the child is back", () => {
    const found = foundCompact({ id: "found" });
    const off = withdrawn(LATER, RUTH, "found");
    expect(fold("ep-1", [missingCompact(), found, off]).status).toBe("missing");
    const only = fold("ep-1", [found, off]);
    expect(only).toMatchObject({ status: "cancelled", cancelledBecause: "its only report was taken off" });
    expect(only.facts.child).toBeUndefined();
  });
});
