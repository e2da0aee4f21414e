import { describe, expect, it } from "vitest";
import type { EpisodeEvent } from "../../../functions/domain/episode/events.ts";
import { fold } from "../../../functions/domain/episode/fold.ts";
import { anAction, aRung, compact, foundCompact, missingCompact } from "../../builders/events.ts";

const permutations = <T>(items: readonly T[]): T[][] =>
  items.length <= 1
    ? [[...items]]
    : items.flatMap((item, i) => permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));

/** The one state that every order of the events gives. */
const foldInAnyOrder = (events: readonly EpisodeEvent[]) => {
  const states = permutations(events).map((order) =>
    JSON.stringify(fold("ep-1", order), (_k, v) => (v instanceof Set ? [...v].sort() : v)),
  );
  expect(new Set(states).size).toBe(1);
  return fold("ep-1", events);
};

const missing = missingCompact();
const found = foundCompact();
const update = (sent: string, facts: Parameters<typeof compact>[2] = {}) => compact("update", sent, facts);

describe("an episode is the same whatever order its events came in", () => {
  it("found before missing", () => {
    const late = missingCompact({ received: "2026-11-15T10:00:00Z" });
    const episode = foldInAnyOrder([found, late]);
    expect(episode.status).toBe("returned");
    expect(episode.notifiedAt).toBe(Date.parse("2026-11-15T08:30:00Z"));
    expect(episode.missingAt).toBe(Date.parse("2026-11-14T21:30:00Z"));
  });

  it("an update after found changes facts, not the status", () => {
    const episode = foldInAnyOrder([
      missing,
      found,
      update("2026-11-15T09:00:00Z", { returnedAt: "2026-11-15T08:45:00+00:00" }),
    ]);
    expect(episode.status).toBe("returned");
    expect(episode.returnedAt).toBe(Date.parse("2026-11-15T08:45:00Z"));
  });

  it("the same mail again, under another id", () => {
    const again = foundCompact({ sent: found.sentAt, received: "2026-11-16T08:30:00Z" });
    const episode = foldInAnyOrder([missing, found, again]);
    expect(episode.foundNotifiedAt).toBe(Date.parse(found.recordedAt));
  });

  it("risk A, then B, then A again: three mails, the highest is kept", () => {
    const episode = foldInAnyOrder([
      missingCompact({ risk: "medium" }),
      update("2026-11-15T01:00:00Z", { risk: "high" }),
      update("2026-11-15T02:00:00Z", { risk: "medium" }),
    ]);
    expect([episode.facts.risk, episode.highestRisk, episode.compacts.length]).toEqual(["medium", "high", 3]);
  });

  it("five events of every kind", () => {
    foldInAnyOrder([
      missing,
      found,
      anAction("allocate", "2026-11-15T09:00:00Z", { worker: "asha@leicestershire.example" }),
      aRung("triage", "told", "2026-11-14T23:00:00Z"),
      aRung("contact", "told", "2026-11-15T08:30:00Z"),
    ]);
  });

  it("missing and found that state the same minute: found", () => {
    const sameMinute = foundCompact({ returnedAt: "2026-11-14T21:30:00+00:00", id: "a" });
    expect(foldInAnyOrder([missingCompact({ id: "b" }), sameMinute]).status).toBe("returned");
    expect(foldInAnyOrder([missingCompact({ id: "a" }), { ...sameMinute, id: "b" }]).status).toBe("returned");
  });

  it("two allocations of the same minute: the one recorded last", () => {
    const at = "2026-11-15T09:00:00Z";
    const first = { ...anAction("allocate", at, { worker: "asha@leicestershire.example" }), id: "z" };
    const second = {
      ...anAction("allocate", at, { worker: "ben@leicestershire.example" }),
      id: "a",
      recordedAt: "2026-11-15T09:00:30Z",
    };
    expect(foldInAnyOrder([missing, first, second]).actions.at(-1)?.data.worker).toBe(
      "ben@leicestershire.example",
    );
  });
});

describe("acts of one second", () => {
  it("count in the order in which they were kept, whatever their ids", () => {
    const at = "2026-11-15T10:00:00Z";
    const exempt = { ...anAction("exempt", at, { reason: "in-hospital" }), id: "action:z" };
    const lifted = { ...anAction("exemption-lifted", at, { reason: "y" }), id: "action:a" };
    const kept = fold("ep-1", [missingCompact(), exempt, lifted]).actions;
    expect(kept.map(({ type }) => type)).toEqual(["exempt", "exemption-lifted"]);
    const twice = fold("ep-1", [missingCompact(), lifted, exempt]).actions;
    expect(twice.map(({ type }) => type)).toEqual(["exemption-lifted", "exempt"]);
  });
});

describe("found, retracted, found again, missing again", () => {
  const retracted = anAction("found-retracted", "2026-11-15T09:00:00Z", { reason: "another girl" });

  it("a found that is retracted leaves the child missing", () => {
    const episode = foldInAnyOrder([missing, found, retracted]);
    expect([episode.status, episode.returnedAt, episode.foundNotifiedAt]).toEqual([
      "missing",
      undefined,
      undefined,
    ]);
  });

  it("a found after the retraction counts", () => {
    const again = foundCompact({ returnedAt: "2026-11-16T08:00:00+00:00" });
    const episode = foldInAnyOrder([missing, found, retracted, again]);
    expect([episode.status, episode.foundNotifiedAt]).toEqual([
      "returned",
      Date.parse("2026-11-16T08:30:00Z"),
    ]);
  });

  it("offsets and fractions of a second do not confuse a retraction", () => {
    const inSummer = foundCompact({ received: "2026-11-15T10:59:00+02:00" });
    expect(fold("ep-1", [missing, inSummer, retracted]).status).toBe("missing");
  });

  it("missing again under the same reference", () => {
    const again = missingCompact({ missingSince: "2026-11-15T20:00:00+00:00" });
    expect(foldInAnyOrder([missing, found, again]).status).toBe("missing");
  });
});

describe("cancelled", () => {
  const cancelled = compact("cancelled", "2026-11-15T12:00:00Z");

  it("while missing it ends nothing: it counts as a return until somebody says what it meant", () => {
    expect(foldInAnyOrder([missing, cancelled])).toMatchObject({
      status: "returned",
      returnedAt: Date.parse("2026-11-15T12:00:00Z"),
    });
  });

  it("after a return the force closes its record, which ends nothing", () => {
    expect(foldInAnyOrder([missing, found, cancelled]).status).toBe("returned");
  });

  it("a person cancels with a reason", () => {
    const cancel = anAction("cancel", "2026-11-15T12:00:00Z", { reason: "created-in-error" });
    expect(foldInAnyOrder([missing, found, cancel])).toMatchObject({
      status: "cancelled",
      cancelledBecause: "created in error",
    });
  });
});

describe("a mail that failed authentication", () => {
  const untrusted = { trusted: false } as const;

  it("never closes an episode", () => {
    expect(foldInAnyOrder([missing, foundCompact(untrusted)]).status).toBe("missing");
    expect(foldInAnyOrder([missing, compact("cancelled", "2026-11-15T12:00:00Z", untrusted)]).status).toBe(
      "missing",
    );
  });

  it("never lowers the risk, but raises it", () => {
    expect(
      foldInAnyOrder([missing, update("2026-11-15T01:00:00Z", { ...untrusted, risk: "no-apparent-risk" })])
        .highestRisk,
    ).toBe("medium");
    expect(
      foldInAnyOrder([missing, update("2026-11-15T01:00:00Z", { ...untrusted, risk: "high" })]).highestRisk,
    ).toBe("high");
  });

  it("moves no stated time and no care status; it only fills what no other mail states", () => {
    const forged = update("2026-11-16T01:00:00Z", {
      ...untrusted,
      returnedAt: "2026-11-20T08:00:00+00:00",
      careStatus: "not-looked-after",
      placementType: "Foster care",
    });
    const episode = foldInAnyOrder([missingCompact({ careStatus: "looked-after" }), found, forged]);
    expect(episode.returnedAt).toBe(Date.parse("2026-11-15T08:00:00Z"));
    expect([episode.facts.careStatus, episode.facts.placementType]).toEqual(["looked-after", "Foster care"]);
  });
});

describe("facts", () => {
  it("a later mail that states less of the child keeps what an earlier one said", () => {
    const episode = foldInAnyOrder([missingCompact({ child: { homeAddress: "1 Example Row" } }), found]);
    expect(episode.facts.child).toMatchObject({ surname: "Marlowe", homeAddress: "1 Example Row" });
  });

  it("low is kept as stated and counts as medium", () => {
    const episode = foldInAnyOrder([missingCompact({ risk: "low" })]);
    expect([episode.facts.risk, episode.highestRisk]).toEqual(["low", "medium"]);
  });

  it("without a compact there is no episode", () => {
    expect(() => fold("ep-1", [])).toThrow("at least one compact");
  });
});
