import { describe, expect, it } from "vitest";
import { anAction, compact } from "../../builders/events.ts";
import { inShort, mailsUntil } from "../../builders/timetable.ts";
import { allocate, found, missing, storyOf } from "./daniel.ts";

const AT = "2026-11-19T10:00:00Z";
type Facts = Parameters<typeof missing>[0];
type Action = ReturnType<typeof anAction>;

const back = (facts: Facts = {}, ...more: Action[]) => [missing(facts), allocate(), found(), ...more];
const exempt = anAction("exempt", AT, { reason: "family-case" });
const elsewhere = anAction("placed-elsewhere", AT, { hostAuthority: "Nottingham" });
const signOff = anAction("sign-off", AT, { nextSteps: "plan" });
const absent = compact("absent", "2026-11-16T02:10:00Z", {
  reference: "DP-MIS-2026-1183",
  force: "derbyshire-police",
  missingSince: "2026-11-15T23:15:00+00:00",
  at: "2026-11-15T23:15:00Z",
  placementType: "Registered children's home",
});
const grace = "grace@derby.example";
const omar = "omar@derby.example";
const coordinator = "missing-coordinator@derby.example";
const headOfService = "head-of-service@derby.example";
const protectionManager = "child-protection-manager@derby.example";

describe("every mail of a duty: when, and to whom", () => {
  it.each([
    [
      "DER-18",
      "placing-details",
      back({ placingAuthority: "Nottingham" }),
      [`2026-11-16T02:10:00Z told -> ${coordinator}`],
    ],
    [
      "DER-18",
      "placing-interview",
      back({ placingAuthority: "Nottingham" }),
      [
        `2026-11-20T07:25:00Z reminder -> ${coordinator}`,
        `2026-11-21T07:25:00Z limit -> ${coordinator}`,
        `2026-11-22T07:25:00Z escalate-1 -> ${coordinator}`,
      ],
    ],
    [
      "DER-19",
      "core-group",
      back({}, exempt),
      [
        `${AT} told -> ${protectionManager}`,
        `2026-11-24T17:00:00Z reminder -> ${protectionManager}`,
        `2026-11-25T17:00:00Z limit -> ${protectionManager}, ${headOfService}`,
      ],
    ],
    [
      "DER-20",
      "trafficking-return",
      back({ flags: ["trafficking"] }),
      ["2026-11-18T07:40:00Z told -> first-contact@derby.example"],
    ],
    ["DER-21", "toolkit", back(), [`2026-11-18T07:40:00Z told -> ${grace}`]],
    [
      "DER-21",
      "operation-liberty",
      back({ flags: ["exploitation"] }),
      [`2026-11-18T07:40:00Z told -> ${grace}`],
    ],
    [
      "DER-23",
      "absence-told",
      [absent],
      [
        `2026-11-16T02:10:00Z told -> ${coordinator}`,
        `2026-11-16T03:15:00Z reminder -> ${coordinator}`,
        `2026-11-16T05:15:00Z limit -> ${coordinator}, ${headOfService}`,
        `2026-11-17T08:30:00Z escalate-1 -> ${coordinator}, ${headOfService}`,
      ],
    ],
    [
      "DER-23",
      "absence-interview",
      [absent, allocate(), found()],
      [
        `2026-11-18T07:40:00Z told -> ${grace}`,
        `2026-11-20T07:25:00Z reminder -> ${grace}`,
        `2026-11-21T07:25:00Z limit -> ${grace}, ${omar}`,
      ],
    ],
    ["DER-34", "host-copy", back({}, elsewhere, signOff), [`${AT} told -> ${coordinator}`]],
  ])("%s: %s", (rule, duty, events, expected) => {
    const mails = mailsUntil(storyOf(events), "2026-11-30T00:00:00Z").filter(
      (m) => m.duty === duty && !/-([2-9]|\d\d)$/.test(m.rung),
    );
    expect(inShort(mails, duty)).toEqual(expected);
    expect(new Set(mails.map((m) => m.rule))).toEqual(new Set([rule]));
  });
});
