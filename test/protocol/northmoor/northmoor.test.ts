import { Template } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import type { Weekday } from "../../../functions/domain/calendar/weekday.ts";
import { assess } from "../../../functions/domain/duty/assess.ts";
import type { EpisodeEvent } from "../../../functions/domain/episode/events.ts";
import { explain } from "../../../functions/domain/profile/in-words/explain.ts";
import { makeListing } from "../../../functions/domain/work-list/make-listing.ts";
import { morningLists } from "../../../functions/domain/work-list/morning.ts";
import { readAuthority } from "../../../infra/read-authority.ts";
import { aContext, anEarlierEpisode } from "../../builders/context.ts";
import { anAction, foundCompact, missingCompact, plusSeconds } from "../../builders/events.ts";
import { aListed } from "../../builders/listed.ts";
import { dutyAt, inShort, limitAt, mailsUntil, refusedBy } from "../../builders/timetable.ts";
import { aStack } from "../../infra/template.ts";

const read = readAuthority("northmoor", new URL("../../fixtures/profiles/", import.meta.url));
if (!read.ok) throw new Error(read.error.join("\n"));
const profile = read.value;
// Home on a Saturday at noon; the clocks go back that night.
const home = foundCompact({ force: "moor-police", returnedAt: "2026-10-24T12:00:00+01:00" });
const mails = (rule: string, until: string) => inShort(mailsUntil({ profile, events: [home] }, until), rule);
const PANEL = "missing-panel@northmoor.example";
const HEAD = "head-of-service@northmoor.example";
const [TEAM, MANAGER] = ["missing-team@northmoor.example", "missing-manager@northmoor.example"];

it("NOR-01, clause 2: nobody spoke to the child within 24 hours: the manager is told, not a second sooner", () => {
  expect(mails("NOR-01", "2026-10-25T10:59:59Z")).toEqual([]);
  expect(mails("NOR-01", "2026-10-25T11:00:00Z")).toEqual([`2026-10-25T11:00:00Z limit -> ${MANAGER}`]);
});

it("NOR-02, clause 3: the interview is due at 17:00 on the third working day", () => {
  const told = `2026-10-24T11:30:00Z told -> ${TEAM}`;
  expect(mails("NOR-02", "2026-10-28T16:59:59Z")).toEqual([told]);
  expect(mails("NOR-02", "2026-10-28T17:00:00Z")).toEqual([
    told,
    `2026-10-28T17:00:00Z limit -> ${TEAM}, ${MANAGER}`,
  ]);
});

it("NOR-02, ALL-13: what is told over many children is told at one time of day, a local hour, not a second before", () => {
  const last = (until: string) => mails("NOR-02", until).at(-1);
  expect(last("2026-10-29T08:29:59Z")).toBe(`2026-10-28T17:00:00Z limit -> ${TEAM}, ${MANAGER}`);
  expect(last("2026-10-29T08:30:00Z")).toBe(`2026-10-29T08:30:00Z escalate -> ${HEAD}`);
  expect(explain(profile)).toContain("1 day after the limit, at 08:30, to Head of Service");
});

describe("what a sixth protocol may say beside", () => {
  const call = (when: string) => anAction("contact-attempt", when, { method: "call" });

  it.each([
    ["one second before", "2026-10-26T09:14:59Z", 0],
    ["exactly", "2026-10-26T09:15:00Z", 1],
  ])(
    "NOR-03, clause 4: a time of day: %s 09:15 on the next working day, over the clock change",
    (_w, until, n) => {
      expect(mails("NOR-03", until)).toHaveLength(n);
    },
  );

  it("NOR-03, clause 4: handed back, the referral is due again; referred anew, it is done", () => {
    const made = anAction("referral-made", "2026-10-25T10:00:00Z", { to: "a provider" });
    const back = anAction("referral-handed-back", "2026-10-26T08:00:00Z", { reason: "no interviewer free" });
    const anew = anAction("referral-made", "2026-10-26T09:00:00Z", { to: "another" });
    const states = [[made], [made, back], [made, back, anew]].map(
      (actions) => dutyAt({ profile, events: [home, ...actions] }, "referral", "2026-10-26T10:00:00Z")?.state,
    );
    expect(states).toEqual(["done", "open", "done"]);
  });

  it.each([
    ["on a Saturday, the next working day's close", "2026-10-24T12:00:00+01:00", "2026-10-26T17:00:00Z"],
    ["at noon on a Monday, that day's close", "2026-10-26T12:00:00+00:00", "2026-10-26T17:00:00Z"],
    ["a second after the close, the next one's", "2026-10-26T17:00:01+00:00", "2026-10-27T17:00:00Z"],
    ["on Christmas Day, after the bank holidays", "2026-12-25T12:00:00+00:00", "2026-12-29T17:00:00Z"],
  ])("NOR-04, clause 5: the same working day: found %s", (_when, received, due) => {
    const found = foundCompact({ force: "moor-police", returnedAt: received, received });
    const story = { profile, events: [found] };
    expect(limitAt(story, "young-child", "2027-01-10T00:00:00Z")).toBe(due);
  });

  it.each([
    ["15 the day before a birthday", "2010-10-25", "open"],
    ["16 on the day", "2010-10-24", undefined],
  ])("NOR-04, clause 5: a condition on age: %s", (_age, dateOfBirth, state) => {
    const child = { ...home, compact: { ...home.compact, child: { ...home.compact.child, dateOfBirth } } };
    expect(dutyAt({ profile, events: [child] }, "young-child", "2026-10-25T00:00:00Z")?.state).toBe(state);
  });

  it.each([
    ["raised", "open"],
    ["kept", undefined],
  ])("NOR-05, clause 6: a condition on a recorded outcome: %s", (level, state) => {
    const meeting = anAction("meeting-held", "2026-10-25T10:00:00Z", {
      meeting: "multi-agency",
      outcomes: { level },
    });
    expect(dutyAt({ profile, events: [home, meeting] }, "level-raised", "2026-10-26T00:00:00Z")?.state).toBe(
      state,
    );
  });

  it("NOR-06, clause 7: attempts on different days", () => {
    const nil = anAction("nil-return", "2026-10-30T10:00:00Z", { reason: "moved" });
    const oneDay = [call("2026-10-25T09:00:00Z"), call("2026-10-25T18:00:00Z")];
    expect(refusedBy({ profile, events: [home, ...oneDay] }, nil)).toEqual(["NOR-06 (7)"]);
    expect(refusedBy({ profile, events: [home, ...oneDay, call("2026-10-26T09:00:00Z")] }, nil)).toEqual([]);
  });
});

describe("a weekly list to a panel", () => {
  const again = [anEarlierEpisode("2026-10-20T12:00:00Z")];
  const listed = (events: EpisodeEvent[], now: string) => {
    const context = aContext({ profile, events, history: again, now });
    const { episodeId, reference } = { episodeId: "ep-1", reference: context.episode.reference };
    return aListed(makeListing(context, assess(context).duties), { episodeId, reference });
  };
  const lists = (day: Weekday, events: EpisodeEvent[] = [home]) => {
    const now = "2026-10-29T08:00:00Z";
    return morningLists([listed(events, now)], Date.parse(now), day, profile).filter(
      ({ to }) => to[0] === PANEL,
    );
  };

  it("NOR-07, clause 8: a child missing twice is on the panel's list of Thursday, and on no other day's", () => {
    expect(lists("thursday").map(({ subject }) => subject)).toEqual(["Your list: 1 open"]);
    expect(JSON.stringify(lists("thursday"))).toContain("Bring the child to the panel (NOR-07, clause 8)");
    expect(["monday", "wednesday", "friday"].flatMap((day) => lists(day as Weekday))).toEqual([]);
    expect(
      inShort(mailsUntil({ profile, events: [home], history: again }, "2026-11-30T00:00:00Z"), "NOR-07"),
    ).toEqual([]);
  });

  it("NOR-07, clause 8: once the team has recorded what the panel decides it is on the list no more", () => {
    const by = (who: string) =>
      anAction("duty-done", "2026-10-28T10:00:00Z", { duty: "panel", outcome: "watched" }, who);
    expect(lists("thursday", [home, by("somebody")])).toHaveLength(1);
    expect(lists("thursday", [home, by("team")])).toEqual([]);
  });

  it("NOR-07: it is explained in plain English", () => {
    expect(explain(profile)).toContain(`${PANEL} (their list: weekly on thursday)`);
  });
});

describe("a person's own reviewing officer", () => {
  const inCare = { ...home, compact: { ...home.compact, careStatus: "looked-after" as const } };
  const gone = missingCompact({ force: "moor-police", missingSince: "2026-10-23T20:00:00+01:00" });
  const told = (...before: EpisodeEvent[]) =>
    inShort(mailsUntil({ profile, events: [gone, ...before, inCare] }, "2026-10-25T00:00:00Z"), "NOR-08");
  const known = (reviewingOfficer: string, at = "2026-10-24T10:00:00Z") =>
    anAction("fact-recorded", at, { reviewingOfficer });

  it("NOR-08, clause 9: is whoever somebody said last; until then whoever stands in", () => {
    expect(told()).toEqual(["2026-10-24T11:30:00Z told -> reviewing@northmoor.example"]);
    expect(told(known("o.reyes@northmoor.example"))).toEqual([
      "2026-10-24T11:30:00Z told -> o.reyes@northmoor.example",
    ]);
    const later = known("b.lund@northmoor.example", "2026-10-24T10:30:00Z");
    expect(told(known("o.reyes@northmoor.example"), later).join()).toContain("b.lund@");
  });

  it("NOR-08, ALL-07: one outside the authority is refused, nothing changed", () => {
    const story = { profile, events: [inCare] };
    expect(refusedBy(story, known("o.reyes@elsewhere.example", "2026-10-25T10:00:00Z"))).toEqual([
      "ALL-07 (every protocol)",
    ]);
    expect(refusedBy(story, known("o.reyes@northmoor.example", "2026-10-25T10:00:00Z"))).toEqual([]);
  });

  it("NOR-08: it is explained in plain English", () => {
    expect(explain(profile)).toContain(
      "the child's own reviewing officer (until one is named: Reviewing officers)",
    );
  });
});

describe("a manager's closure", () => {
  const AT = "2026-10-26T10:00:00Z";
  const close = (by = "manager", at = AT) =>
    anAction(
      "duty-done",
      at,
      { duty: "closure", outcome: "settled at home", reason: "nothing more to do" },
      by,
    );
  const at = (events: EpisodeEvent[], now: string) =>
    assess(
      aContext({
        profile,
        events: events.filter((e) => e.recordedAt <= now),
        history: [anEarlierEpisode("2026-10-20T12:00:00Z")],
        now,
      }),
    );
  const panelOf = (events: EpisodeEvent[], now = AT) =>
    at(events, now).duties.find(({ key }) => key === "panel")?.state;

  it("NOR-09, clause 10: ends what is open with its reason, and the episode with it, not a second sooner", () => {
    expect(at([home, close()], plusSeconds(AT, -1)).status).toBe("returned");
    const closed = at([home, close()], AT);
    expect(closed.status).toBe("closed");
    expect(closed.nextRungAt).toBeUndefined();
    expect(closed.duties.find(({ key }) => key === "return-interview")).toMatchObject({
      state: "not-required",
      reason: "the episode is closed: nothing more to do",
    });
  });

  it("NOR-09, clause 10: what was done stays done, and the last duty alone closes nothing", () => {
    const held = anAction("interview-held", "2026-10-25T10:00:00Z", { method: "face-to-face" });
    const done = at([home, held, close()], AT).duties.find(({ key }) => key === "return-interview");
    expect(done?.state).toBe("done");
    const all = [
      held,
      anAction("contact-made", "2026-10-25T09:00:00Z"),
      anAction("duty-done", "2026-10-25T09:00:00Z", { duty: "young-child", outcome: "seen" }),
      anAction("duty-done", "2026-10-25T09:00:00Z", { duty: "panel", outcome: "seen" }, "team"),
    ];
    expect(at([home, ...all], AT).status).toBe("returned");
  });

  it("NOR-09, clause 10: it is a manager's", () => {
    expect(at([home, close("team")], AT).status).toBe("returned");
  });

  it("NOR-09, clause 10: no search is ended so; taken back, all stands again", () => {
    const gone = missingCompact({ force: "moor-police", missingSince: "2026-10-25T20:00:00+00:00" });
    expect(at([home, gone, close()], AT).status).toBe("missing");
    expect([panelOf([home, close()]), panelOf([home, gone, close()])]).toEqual(["not-required", "open"]);
    const error = anAction("found-retracted", "2026-10-26T11:00:00Z", { reason: "another child" });
    expect(at([home, close(), error], "2026-10-26T11:00:00Z").status).toBe("missing");
    const closing = { ...close(), id: "closing" };
    const withdrawn = anAction("withdraw", "2026-10-26T11:00:00Z", {
      recorded: "closing",
      reason: "too early",
    });
    expect(at([home, closing, withdrawn], "2026-10-26T11:00:00Z").status).toBe("returned");
  });

  it("NOR-09, clause 10: what comes up afterwards is open again", () => {
    const raised = anAction("meeting-held", "2026-10-27T10:00:00Z", {
      meeting: "multi-agency",
      outcomes: { level: "raised" },
    });
    const later = at([home, close(), raised], "2026-10-27T10:00:00Z");
    expect(later.status).toBe("returned");
    expect(later.duties.find(({ key }) => key === "level-raised")?.state).toBe("open");
  });

  it("NOR-09: it is explained in plain English", () => {
    expect(explain(profile)).toContain(
      "Done, it closes the episode: whatever else is open then ends with the reason",
    );
  });
});

it("its stack is synthesised from the profile alone", () => {
  const template = JSON.stringify(Template.fromStack(aStack({ profile })).toJSON());
  expect(template).toContain('"ses:FromAddress":"safe-return@northmoor.example"');
});
