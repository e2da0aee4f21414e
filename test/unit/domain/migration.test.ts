import { describe, expect, it } from "vitest";
import { toInstant, toIso } from "../../../functions/domain/calendar/instant.ts";
import { dueRungs } from "../../../functions/domain/duty/assess.ts";
import { dutiesOf } from "../../../functions/domain/duty/duties.ts";
import type { EpisodeEvent } from "../../../functions/domain/episode/events.ts";
import { changeProfile } from "../../../functions/domain/migration/change-profile.ts";
import { aContext } from "../../builders/context.ts";
import { anAction, aRung, foundCompact, missingCompact } from "../../builders/events.ts";
import { aProfile, aRawRule } from "../../builders/profile.ts";

const rungs = [
  { id: "told", from: "created", to: ["owner"], says: "Hold it." },
  { id: "limit", from: "due", to: ["owner"], says: "It was due." },
  { id: "overdue", from: "due", every: { amount: 1, unit: "d" }, to: ["service-manager"], says: "Overdue." },
];
const interview = (overrides: Record<string, unknown> = {}) => aRawRule({ rungs, ...overrides });
const hours = (amount: number) => ({ due: [{ anchor: "returned", amount, unit: "h" }] });
const letter = aRawRule({
  ...{ id: "ANY-02", clause: "2.1", duty: "letter", title: "Letter", rungs: [], due: [] },
  endedBy: [{ action: "letter-sent" }],
});
const version = (...rules: unknown[]) => aProfile({ rules });

const returned = [missingCompact({ force: "anyforce" }), foundCompact({ force: "anyforce" })];
const told = aRung("return-interview", "told", "2026-11-15T08:31:00Z");

/** The episode moved from one version to the other, and how it then stands at a later time. */
const migrated = (
  before: ReturnType<typeof version>,
  after: typeof before,
  now: string,
  more: EpisodeEvent[],
) => {
  const events = [...returned, told, ...more];
  const change = changeProfile(aContext({ events, profile: before, now }), {
    profile: after,
    from: "v1",
    to: "v2",
    by: "manager",
  });
  const at = (later: string, since: readonly EpisodeEvent[] = []) => {
    const context = aContext({ events: [...events, change, ...since], profile: after, now: later });
    const duties = dutiesOf(context);
    return {
      duty: (key: string) => duties.find((d) => d.key === key),
      due: dueRungs({ status: "returned", duties }, toInstant(later)).map((r) => `${r.duty.key}/${r.id}`),
    };
  };
  return { change, moves: change.moves, at };
};

const now = "2026-11-16T09:00:00Z";

describe("what moves between two versions", () => {
  it("is nothing where they say the same", () => {
    expect(migrated(version(interview()), version(interview()), now, []).moves).toEqual([]);
  });

  it("is a limit, and the mails that follow it, with clause and reason", () => {
    const { moves } = migrated(version(interview(hours(72))), version(interview(hours(48))), now, []);
    expect(moves).toEqual([
      {
        duty: "return-interview",
        rule: "ANY-01",
        clause: "1",
        change: "limit",
        from: "Wed 18 Nov 2026, 08:00",
        to: "Tue 17 Nov 2026, 08:00",
        because:
          'formerly "Due: 72 hours after the child returned.", now "Due: 48 hours after the child returned."',
      },
      expect.objectContaining({
        change: "mails",
        from: "limit Wed 18 Nov 2026, 08:00 to Missing coordinator; overdue-1 Wed 18 Nov 2026, 08:00, then in the morning list to Service Manager",
        because: "they follow what they count from, or a role has another mailbox",
      }),
    ]);
  });

  it("is an owner", () => {
    const { moves } = migrated(
      version(interview({ rungs: [], due: [] })),
      version(interview({ rungs: [], due: [], owner: [{ role: "service-manager" }] })),
      now,
      [],
    );
    expect(moves).toMatchObject([{ change: "owner", from: "Missing coordinator", to: "Service Manager" }]);
  });

  it("is a mailbox, which is not quoted", () => {
    const recipients = {
      coordinator: { name: "Missing coordinator", addresses: ["new@anyshire.example"] },
      "service-manager": { name: "Service Manager", addresses: ["service.manager@anyshire.example"] },
    };
    const after = aProfile({ rules: [interview({ rungs: [], due: [] })], recipients });
    const { change } = migrated(version(interview({ rungs: [], due: [] })), after, now, []);
    expect(change.moves).toMatchObject([
      { change: "owner", to: "Missing coordinator", because: "the role has another mailbox" },
    ]);
    expect(JSON.stringify(change)).not.toContain("@");
  });

  it("is a duty that appears, and one that vanishes", () => {
    const both = version(interview({ rungs: [], due: [] }), letter);
    const one = version(interview({ rungs: [], due: [] }));
    expect(migrated(one, both, now, []).moves).toEqual([
      {
        duty: "letter",
        rule: "ANY-02",
        clause: "2.1",
        change: "appears",
        because: "new in this version: when the child has returned",
      },
    ]);
    expect(migrated(both, one, now, []).moves).toMatchObject([
      { duty: "letter", clause: "2.1", change: "vanishes", because: "this version has no such rule" },
    ]);
  });

  it("is a duty that ends, or opens again, because other evidence counts", () => {
    const asHeld = version(interview());
    const asRecorded = version(interview({ endedBy: [{ action: "written-record" }] }));
    const declined = { endedBy: [{ action: "interview-held" }, { action: "decline", as: "not-required" }] };
    const record = anAction("written-record", "2026-11-16T08:00:00Z", { writtenToChild: true, sections: {} });
    expect(migrated(asHeld, asRecorded, now, [record]).moves).toMatchObject([
      { duty: "return-interview", change: "ends", to: "done" },
    ]);
    const refusal = anAction("decline", "2026-11-16T08:00:00Z", { reason: "Does not want to talk" });
    expect(migrated(version(interview(declined)), asHeld, now, [refusal]).moves).toMatchObject([
      { change: "opens", from: "not-required", because: "it had ended with: Does not want to talk" },
    ]);
  });
});

describe("mails that went under the former version", () => {
  const late = "2026-11-18T09:00:00Z";
  const fired = ["limit", "overdue-1"].map((rung) => aRung("return-interview", rung, "2026-11-18T08:00:00Z"));

  it("do not go again because the new version sets them a later time; the escalation goes again then", () => {
    const { at } = migrated(version(interview(hours(72))), version(interview(hours(96))), late, fired);
    expect(at("2026-11-19T07:59:59Z").due).toEqual([]);
    expect(at("2026-11-19T08:00:00Z").due).toEqual(["return-interview/overdue-1~2"]);
  });

  it("do not go again where the new version counts them as past", () => {
    const { at } = migrated(
      version(interview(hours(72))),
      version(interview(hours(73))),
      "2026-11-18T09:30:00Z",
      fired,
    );
    expect(at("2026-11-18T10:00:00Z").due).toEqual([]);
    expect(at("2026-11-19T09:00:00Z").due).toEqual([]);
  });

  it("go at once where the new version has them past and they never went", () => {
    const { moves, at } = migrated(version(interview(hours(72))), version(interview(hours(24))), now, []);
    expect(moves.find(({ change }) => change === "mails")?.to).toContain(
      "limit at once to Missing coordinator",
    );
    expect(at(now).due).toEqual(["return-interview/limit", "return-interview/overdue-1"]);
  });

  it("do not go at once where they would remind of a limit that has passed", () => {
    const reminder = {
      id: "reminder",
      from: "due",
      amount: -24,
      unit: "h",
      to: ["owner"],
      says: "Due in 24 hours.",
    };
    const withReminder = { ...hours(24), rungs: [...rungs, reminder] };
    const { at } = migrated(version(interview(hours(72))), version(interview(withReminder)), now, []);
    expect(at(now).due).toEqual(["return-interview/limit", "return-interview/overdue-1"]);
    const alone = { ...hours(24), rungs: [reminder] };
    expect(migrated(version(interview(hours(72))), version(interview(alone)), now, []).at(now).due).toEqual([
      "return-interview/reminder",
    ]);
    const inTime = { ...hours(48), rungs: [...rungs, reminder] };
    expect(migrated(version(interview(hours(72))), version(interview(inTime)), now, []).at(now).due).toEqual([
      "return-interview/reminder",
    ]);
  });

  it("go again once a better fact moves their time, as ever", () => {
    const { at } = migrated(version(interview(hours(72))), version(interview(hours(96))), late, fired);
    const later = foundCompact({
      force: "anyforce",
      returnedAt: "2026-11-15T20:00:00+00:00",
      received: "2026-11-18T10:00:00Z",
    });
    expect(at("2026-11-19T19:59:59Z", [later]).due).not.toContain("return-interview/limit~2");
    expect(at("2026-11-19T20:00:00Z", [later]).due).toContain("return-interview/limit~2");
  });

  it("still go again where a better fact had moved their time before the change", () => {
    const moved = foundCompact({
      force: "anyforce",
      returnedAt: "2026-11-15T20:00:00+00:00",
      received: "2026-11-18T08:30:00Z",
    });
    const { at } = migrated(version(interview(hours(72))), version(interview(hours(73))), late, [
      ...fired,
      moved,
    ]);
    expect(at("2026-11-18T21:00:00Z").due).toEqual([
      "return-interview/limit~2",
      "return-interview/overdue-1~2",
    ]);
  });
});

describe("a duty met under the former version", () => {
  const held = anAction("interview-held", "2026-11-16T08:00:00Z", { method: "face-to-face" });
  const before = version(interview());

  it("stays met, and in time, whatever the new one asks", () => {
    for (const asks of [{ endedBy: [{ action: "written-record" }] }, hours(12)]) {
      const { moves, at } = migrated(before, version(interview(asks)), now, [held]);
      expect(moves).toEqual([]);
      expect(at("2026-11-30T09:00:00Z").duty("return-interview")).toMatchObject({
        state: "done",
        endedAt: toInstant(held.at),
      });
      expect(at("2026-11-30T09:00:00Z").due).toEqual([]);
    }
  });

  it("stays met when a mail is added to a notice", () => {
    const notice = { notice: true, endedBy: [], due: [], rungs: rungs.slice(0, 1) };
    const more = { ...notice, rungs: [rungs[0], { ...rungs[0], id: "also" }] };
    const { at } = migrated(version(interview(notice)), version(interview(more)), now, []);
    expect(at(now).duty("return-interview")?.state).toBe("done");
  });

  it("opens when what ended it is taken back", () => {
    const endedBy = [{ action: "written-record", undoneBy: "found-retracted" }];
    const { at } = migrated(before, version(interview({ endedBy, when: { always: true } })), now, [held]);
    const back = anAction("found-retracted", "2026-11-16T10:00:00Z", { reason: "Another child" });
    expect(at("2026-11-16T10:00:00Z").duty("return-interview")?.state).toBe("done");
    expect(at("2026-11-16T10:00:00Z", [back]).duty("return-interview")?.state).toBe("open");
  });

  it("is another one when it arises anew", () => {
    const { at } = migrated(before, version(interview({ endedBy: [{ action: "written-record" }] })), now, [
      held,
    ]);
    const again = [
      anAction("found-retracted", "2026-11-16T10:00:00Z", { reason: "Another child" }),
      foundCompact({ force: "anyforce", returnedAt: "2026-11-20T08:00:00+00:00" }),
    ];
    expect(at("2026-11-20T09:00:00Z", again).duty("return-interview")).toMatchObject({
      state: "open",
      createdAt: toInstant("2026-11-20T08:30:00Z"),
    });
  });

  it("stays met over a second change", () => {
    const asRecorded = version(interview({ endedBy: [{ action: "written-record" }] }));
    const { change } = migrated(before, asRecorded, now, [held]);
    const context = aContext({ events: [...returned, told, held, change], profile: asRecorded, now });
    const second = changeProfile(context, { profile: asRecorded, from: "v2", to: "v3", by: "manager" });
    expect(second).toMatchObject({ nth: 2, id: "profile:2", moves: [] });
    expect(second.kept.met.map(({ duty, at }) => [duty, at])).toEqual([
      ["return-interview", toIso(toInstant(held.at))],
    ]);
  });
});
