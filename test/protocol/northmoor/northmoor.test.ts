import { Template } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { readAuthority } from "../../../infra/read-authority.ts";
import { anAction, foundCompact } from "../../builders/events.ts";
import { dutyAt, inShort, limitAt, mailsUntil, refusedBy } from "../../builders/timetable.ts";
import { aStack } from "../../infra/template.ts";

const read = readAuthority("northmoor", new URL("../../fixtures/profiles/", import.meta.url));
if (!read.ok) throw new Error(read.error.join("\n"));
const profile = read.value;
// Home on a Saturday at noon; the clocks go back that night.
const home = foundCompact({ force: "moor-police", returnedAt: "2026-10-24T12:00:00+01:00" });
const mails = (rule: string, until: string) => inShort(mailsUntil({ profile, events: [home] }, until), rule);
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

it("its stack is synthesised from the profile alone", () => {
  const template = JSON.stringify(Template.fromStack(aStack({ profile })).toJSON());
  expect(template).toContain('"ses:FromAddress":"safe-return@northmoor.example"');
});
