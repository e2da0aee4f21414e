import { describe, expect, it } from "vitest";
import type { EpisodeEvent } from "../../../functions/domain/episode/events.ts";
import { fold } from "../../../functions/domain/episode/fold.ts";
import {
  anAction,
  aRung,
  compact,
  foundCompact,
  missingCompact,
  plusSeconds,
} from "../../builders/events.ts";
import { derbyCity, derbyshire, leicestershire, rutland, torbay } from "../../builders/profiles.ts";
import { dutyAt, inShort, limitAt, mailsUntil, storiesUnder } from "../../builders/timetable.ts";

const CANCELLED = "2026-11-15T10:00:00Z";
const LATER = "2026-11-16T09:00:00Z";

const cancelled = () => compact("cancelled", CANCELLED, { id: "compact-cancelled" });
const story = (...more: EpisodeEvent[]) =>
  storiesUnder(leicestershire)([
    missingCompact(),
    cancelled(),
    ...["cancellation-asked", "return-interview"].map((duty) => aRung(duty, "told", CANCELLED)),
    ...more,
  ]);
const untold = storiesUnder(leicestershire)([missingCompact(), cancelled()]);
const stateOf = (of: ReturnType<typeof story>, duty: string, now = LATER) => dutyAt(of, duty, now)?.state;

describe("a cancellation that does not say the child is back", () => {
  it("ALL-08: is a return at the time it was sent, with every duty of a return", () => {
    expect(fold("ep-1", story().events)).toMatchObject({
      status: "returned",
      returnedAt: Date.parse(CANCELLED),
      foundNotifiedAt: Date.parse(CANCELLED),
      assumedBackSince: Date.parse(CANCELLED),
    });
    expect(limitAt(story(), "return-interview", LATER)).toBe("2026-11-18T10:00:00Z");
    expect(stateOf(story(), "return-interview", plusSeconds(CANCELLED, -1))).toBeUndefined();
    expect(stateOf(story(), "return-interview", CANCELLED)).toBe("open");
  });

  it("ALL-08: asks the coordinator and the force at once, and stays on the list until somebody has said", () => {
    const [first] = inShort(mailsUntil(untold, LATER), "cancellation-asked");
    expect(first).toMatch(`${CANCELLED} told -> `);
    for (const force of leicestershire.forces) expect(first).toContain(force.mailbox);
    for (const address of leicestershire.recipients[leicestershire.quarantine.role]?.addresses ?? [])
      expect(first).toContain(address);
    expect(stateOf(story(), "cancellation-asked")).toBe("open");
  });

  it.each([derbyCity, derbyshire, rutland, torbay])("ALL-08: under the protocol of $name too", (profile) => {
    const [force] = profile.forces;
    const events = [missingCompact({ force: force?.id ?? "" }), cancelled()];
    const [mail] = inShort(mailsUntil(storiesUnder(profile)(events), CANCELLED), "cancellation-asked");
    expect(mail).toContain(force?.mailbox);
  });

  it.each(["created-in-error", "duplicate"] as const)("ALL-08: said to be %s, everything ends", (reason) => {
    const said = story(anAction("cancel", "2026-11-15T12:00:00Z", { reason }));
    expect(stateOf(said, "return-interview", "2026-11-15T11:59:59Z")).toBe("open");
    expect(dutyAt(said, "return-interview", LATER)).toMatchObject({ state: "not-required" });
    expect(stateOf(said, "cancellation-asked")).toBe("done");
  });

  it("ALL-08: that the child is back, and when, counts instead of the cancellation's own time", () => {
    const back = "2026-11-15T07:00:00Z";
    const said = story(anAction("fact-recorded", "2026-11-15T12:00:00Z", { returnedAt: back }));
    expect(stateOf(said, "cancellation-asked")).toBe("done");
    expect(stateOf(said, "return-interview")).toBe("open");
    expect(limitAt(said, "return-interview", LATER)).toBe("2026-11-18T07:00:00Z");
    const found = story(foundCompact({ returnedAt: "2026-11-15T11:00:00Z" }));
    expect(limitAt(found, "return-interview", LATER)).toBe("2026-11-18T11:00:00Z");
    expect(stateOf(found, "cancellation-asked")).toBe("done");
  });

  it("ALL-08: that the child is not back makes the child missing again", () => {
    const said = story(anAction("found-retracted", "2026-11-15T12:00:00Z", { reason: "still away" }));
    expect(fold("ep-1", said.events).status).toBe("missing");
    expect(stateOf(said, "cancellation-asked")).toBe("done");
  });

  it("ALL-08: an earlier return's time is not this one's", () => {
    const first = foundCompact();
    const again = missingCompact({ missingSince: "2026-11-16T20:00:00Z" });
    const off = compact("cancelled", "2026-11-17T08:00:00Z");
    expect(fold("ep-1", [missingCompact(), first, again, off]).returnedAt).toBe(
      Date.parse("2026-11-17T08:00:00Z"),
    );
  });

  it("ALL-08: one that says the child is back, or that nothing proves, asks nobody", () => {
    const saying = compact("cancelled", CANCELLED, { returnedAt: "2026-11-15T09:00:00Z" });
    expect(fold("ep-1", [missingCompact(), saying])).toMatchObject({
      status: "returned",
      returnedAt: Date.parse("2026-11-15T09:00:00Z"),
    });
    expect(fold("ep-1", [missingCompact(), saying]).assumedBackSince).toBeUndefined();
    const unproved = compact("cancelled", CANCELLED, { trusted: false });
    expect(fold("ep-1", [missingCompact(), unproved]).status).toBe("missing");
  });
});
