import { describe, expect, it } from "vitest";
import { anEarlierEpisode } from "../../builders/context.ts";
import { anAction } from "../../builders/events.ts";
import { dutyAt } from "../../builders/timetable.ts";
import { found, missing, storyOf } from "./daniel.ts";

const BEFORE = "2026-11-19T10:00:00Z";
const AT = "2026-11-19T11:00:00Z";
type Facts = Parameters<typeof missing>[0];
type Action = ReturnType<typeof anAction>;

const back = (facts: Facts = {}, ...more: Action[]) => [missing(facts), found(), ...more];
const gone = (facts: Facts) => [missing(facts)];
const doneAt = (duty: string, at: string) => anAction("duty-done", at, { duty, outcome: "done" });
const done = (duty: string) => doneAt(duty, AT);
const worried = anAction("prevention-visit", BEFORE, { held: true, method: "face-to-face", concern: true });
const placed = { careStatus: "looked-after", placingAuthority: "Nottingham City Council" } as const;
const signed = [
  anAction("interview-held", BEFORE, { method: "face-to-face" }),
  anAction("sign-off", BEFORE, { nextSteps: "plan" }),
];
const elsewhere = anAction("placed-elsewhere", BEFORE, {
  hostAuthority: "Nottingham",
  atRiskOfMissing: true,
});

describe("what a person records ends the duty it is evidence for", () => {
  it.each([
    [
      "DER-13",
      "exemption-suggested",
      back({ flags: ["on-remand"] }),
      anAction("exempt", AT, { reason: "on-remand" }),
    ],
    ["DER-13", "exemption-suggested", back({ flags: ["on-remand"] }), done("exemption-suggested")],
    [
      "DER-14",
      "visit-concern",
      back({}, worried),
      anAction("safeguarding-decision", AT, { choice: "referral" }),
    ],
    ["DER-16", "conference-forward", gone({ childProtectionPlan: true }), done("conference-forward")],
    [
      "DER-16",
      "plan-ended",
      [...gone({ childProtectionPlan: true }), doneAt("conference-forward", BEFORE)],
      done("plan-ended"),
    ],
    ["DER-18", "placing-details", back(placed), done("placing-details")],
    ["DER-18", "placing-interview", back(placed), done("placing-interview")],
    [
      "DER-19",
      "family-plan",
      back({}, anAction("exempt", BEFORE, { reason: "family-case" })),
      done("family-plan"),
    ],
    [
      "DER-19",
      "core-group",
      back({ childProtectionPlan: true }, anAction("exempt", BEFORE, { reason: "with-family" })),
      anAction("meeting-held", AT, { meeting: "core-group" }),
    ],
    ["DER-20", "trafficking-contact", back({ flags: ["trafficking"] }), done("trafficking-contact")],
    ["DER-21", "operation-liberty", back({ flags: ["exploitation"] }), done("operation-liberty")],
    ["DER-22", "education", back({ flags: ["missing-from-education"] }), done("education")],
    ["DER-24", "low-risk", back({ risk: "low" }), anAction("police-decision", AT, { decision: "medium" })],
    ["DER-24", "low-risk", back({ risk: "low" }), done("low-risk")],
    ["DER-27", "care-legal", gone({ careStatus: "looked-after" }), done("care-legal")],
    ["DER-27", "return-arranged", gone({ careStatus: "looked-after" }), done("return-arranged")],
    [
      "DER-29",
      "family-at-risk",
      back({ flags: ["with-family"], childProtectionPlan: true }),
      done("family-at-risk"),
    ],
    ["DER-30", "unwilling", back({ flags: ["unwilling-to-return"] }), done("unwilling")],
    ["DER-33", "assessment", back(), done("assessment")],
    [
      "DER-33",
      "abuse-alert",
      back({}, anAction("abuse-considered", BEFORE, { concern: true, reason: "x" })),
      anAction("safeguarding-decision", AT, { choice: "safeguarding-procedures" }),
    ],
    ["DER-34", "host-copy", back({}, elsewhere, ...signed), done("host-copy")],
    ["DER-34", "host-told", back({}, elsewhere), done("host-told")],
    ["DER-34", "host-asked", back({}, elsewhere), done("host-asked")],
    [
      "DER-35",
      "consular-contact",
      back({}, anAction("taken-abroad", BEFORE, { careOrder: false })),
      done("consular-contact"),
    ],
    [
      "DER-35",
      "taken-abroad",
      back({}, anAction("taken-abroad", BEFORE, { careOrder: true })),
      done("taken-abroad"),
    ],
    [
      "DER-36",
      "worker-concern",
      back({}, anAction("raise-concern", BEFORE, { concern: "x" })),
      done("worker-concern"),
    ],
    [
      "DER-36",
      "category-concern",
      back({}, anAction("raise-concern", BEFORE, { concern: "x", aboutCategory: true })),
      anAction("police-decision", AT, { decision: "high" }),
    ],
  ])("%s: %s", (rule, duty, events, evidence) => {
    expect(dutyAt(storyOf(events), duty, AT)).toMatchObject({ state: "open", rule: { id: rule } });
    expect(dutyAt(storyOf([...events, evidence]), duty, AT)?.state).toBe("done");
  });

  it.each([
    ["DER-17", "routing", back(), done("routing")],
    ["DER-18", "placing-interview", back(placed), anAction("decline", AT, { reason: "told the home no" })],
  ])("%s, ALL-01: %s, not required, with the reason", (rule, duty, events, evidence) => {
    expect(dutyAt(storyOf([...events, evidence]), duty, AT)).toMatchObject({
      state: "not-required",
      rule: { id: rule },
      reason: expect.stringMatching(/.+/),
    });
  });

  it("DER-09: a strategy meeting that is not held says why", () => {
    const history = [anEarlierEpisode("2026-11-01T00:00:00Z"), anEarlierEpisode("2026-11-05T00:00:00Z")];
    const why = anAction("duty-done", AT, {
      duty: "strategy-meeting",
      outcome: "not held",
      reason: "one was held on Monday",
    });
    expect(dutyAt(storyOf([...back(), why], history), "strategy-meeting", AT)).toMatchObject({
      state: "not-required",
      reason: "one was held on Monday",
    });
    const held = anAction("strategy-discussion-held", AT);
    expect(dutyAt(storyOf([...back(), held], history), "strategy-meeting", AT)?.state).toBe("done");
  });

  it("DER-17: evidence names one duty and ends no other", () => {
    const story = storyOf([...back(), done("assessment")]);
    expect([dutyAt(story, "routing", AT)?.state, dutyAt(story, "abuse-considered", AT)?.state]).toEqual([
      "open",
      "open",
    ]);
  });
});
