import { describe, expect, it } from "vitest";
import { toInstant } from "../../../../functions/domain/calendar/instant.ts";
import { draftHandover } from "../../../../functions/domain/handover/draft.ts";
import { workItems } from "../../../../functions/domain/work-list/item.ts";
import { fellDueSince } from "../../../../functions/domain/work-list/since-close.ts";
import { anAction, aRung, foundCompact, missingCompact } from "../../../builders/events.ts";
import { aListed, anOpenDuty } from "../../../builders/listed.ts";
import { aCoordinator } from "../../../builders/people.ts";

const since = toInstant("2026-11-13T17:00:00Z");
const now = toInstant("2026-11-16T08:00:00Z");
const late = {
  dueAt: "2026-11-15T09:00:00Z",
  told: [{ at: "2026-11-15T09:00:00Z", to: ["Service Manager"] }],
};
const due = fellDueSince(
  workItems([aListed({ duties: [anOpenDuty(late), anOpenDuty({ dueAt: "2026-11-16T07:00:00Z" })] })], now),
  since,
  now,
);

describe("the draft of a handover note", () => {
  it("says what fell due and who was told, then what came for each episode, and names no child", () => {
    const note = anAction("note", "2026-11-15T10:00:00Z", { text: "Ellie rang" });
    const events = [
      foundCompact(),
      missingCompact(),
      { ...anAction("contact-attempt", "2026-11-15T09:30:00Z", { method: "call" }), actor: aCoordinator() },
      note,
      aRung("triage", "told", "2026-11-14T23:00:00Z", ["CE team"]),
      aRung("triage", "overdue", "2026-11-15T08:00:00Z", ["Service Manager"]),
    ];
    const before = anAction("note", "2026-11-13T10:00:00Z", { text: "x" });
    const nights = [
      { reference: "MP/26/004417", events },
      { reference: "MP/26/004000", events: [before] },
    ];
    const draft = draftHandover(nights, due, since, now);
    expect(draft).toBe(
      [
        "From Fri 13 Nov 2026, 17:00 to Mon 16 Nov 2026, 08:00",
        "",
        "Fell due and still open:",
        "- MP/26/004417, Hold the return interview (clause 7): due Sun 15 Nov 2026, 09:00; told: Service Manager",
        "- MP/26/004417, Hold the return interview (clause 7): due Mon 16 Nov 2026, 07:00; nobody was told",
        "",
        "MP/26/004417",
        "- Sat 14 Nov 2026, 23:00: Reported missing",
        "- Sun 15 Nov 2026, 08:00: Told about triage: Service Manager",
        "- Sun 15 Nov 2026, 08:30: Reported found",
        "- Sun 15 Nov 2026, 09:30: An attempt at contact, recorded by Ian Frost",
        "- Sun 15 Nov 2026, 10:00: A note, recorded by worker",
      ].join("\n"),
    );
    expect(draft).not.toMatch(/ellie|marlowe/i);
  });

  it("says so where nothing came and nothing fell due", () => {
    expect(draftHandover([], [], since, now)).toMatch(/Nothing fell due.*\n\nNothing new came\.$/s);
  });

  it("says how many it leaves out", () => {
    const nights = Array.from({ length: 42 }, (_, at) => ({
      reference: `MP/${at}`,
      events: [missingCompact()],
    }));
    expect(draftHandover(nights, [], since, now)).toMatch(/MP\/39\n.*And 2 more episodes: see the list\.$/s);
  });
});
