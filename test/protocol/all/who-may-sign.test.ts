import { describe, expect, it } from "vitest";
import type { ActionEvent } from "../../../functions/domain/episode/events.ts";
import { anAction, foundCompact, missingCompact, plusSeconds } from "../../builders/events.ts";
import { leicestershire } from "../../builders/profiles.ts";
import { dutyAt, inShort, mailsUntil, refusals, storiesUnder } from "../../builders/timetable.ts";

const AT = "2026-11-16T10:00:00Z";
const LATER = "2026-11-16T15:00:00Z";
const MANAGER = "ce-team-manager@leicestershire.example";
const RUTH = "manager:r.bell@leicestershire.example";
const SADE = "worker:s.okoro@leicestershire.example";

const story = storiesUnder(leicestershire);
const back = (...actions: ActionEvent[]) => story([missingCompact(), foundCompact(), ...actions]);
const rulesOf = (...asked: Parameters<typeof refusals>) => refusals(...asked).map(({ rule }) => rule);
const waiting = (type: "nil-return" | "exempt" = "nil-return"): ActionEvent => ({
  ...(type === "exempt"
    ? anAction("exempt", AT, { reason: "in-hospital" }, SADE)
    : anAction("nil-return", AT, { reason: "nobody answered" }, SADE)),
  id: "the-nil-return",
  awaits: "approval",
});
const approved = (at = LATER, by = RUTH) => anAction("approve", at, { recorded: "the-nil-return" }, by);
const interview = (events: ActionEvent[], now: string) => dutyAt(back(...events), "return-interview", now);

describe("nobody signs their own work", () => {
  const signOff = (by: string) => anAction("sign-off", LATER, { nextSteps: "plan" }, by);
  const written = (by: string) => anAction("written-record", AT, { writtenToChild: true, sections: {} }, by);

  it.each([
    ["sign-off", (by: string) => signOff(by)],
    ["a telephone interview", (by: string) => anAction("approve-telephone", LATER, { attempts: "3" }, by)],
    ["an approval", (by: string) => approved(LATER, by)],
  ])("ALL-12: %s is a manager's and nobody else's", (_what, by) => {
    expect(rulesOf(back(waiting()), by(SADE))).toContain("ALL-12");
    expect(rulesOf(back(waiting()), by(RUTH))).not.toContain("ALL-12");
    expect(rulesOf(back(waiting()), by("coordinator:i.frost@leicestershire.example"))).toContain("ALL-12");
  });

  it("ALL-12: a manager who did the work themselves does not sign it, whatever role they name", () => {
    const asManager = SADE.replace("worker", "manager");
    const own = (action: ActionEvent, ...before: ActionEvent[]) =>
      refusals(back(...before), action).some(({ says }) => says.includes("somebody else has to"));
    const call = anAction("contact-attempt", AT, { method: "call" }, SADE);
    const held = anAction("interview-held", AT, { method: "face-to-face" }, SADE);
    expect(own(signOff(asManager), held)).toBe(true);
    expect(own(signOff(asManager), written(SADE))).toBe(true);
    expect(own(anAction("approve-telephone", LATER, { attempts: "3" }, asManager), call)).toBe(true);
    expect(own(approved(LATER, asManager), waiting())).toBe(true);
    expect(own(approved(), waiting())).toBe(false);
    expect(own(signOff(RUTH), held, written(SADE))).toBe(false);
  });
});

describe("what a worker records to end a duty", () => {
  it.each(["nil-return", "exempt"] as const)(
    "ALL-12: %s leaves the duty standing until a manager approves it",
    (type) => {
      expect(interview([waiting(type)], LATER)?.state).toBe("open");
      expect(interview([waiting(type), approved()], plusSeconds(LATER, -1))?.state).toBe("open");
      expect(interview([waiting(type), approved()], LATER)?.state).toBe("not-required");
    },
  );

  it("ALL-12: the manager is mailed at once, told of it again, and has it in their list until it is approved", () => {
    const mails = (...events: ActionEvent[]) =>
      inShort(mailsUntil(back(...events), "2026-11-18T12:00:00Z"), "approval");
    expect(mails(waiting())).toEqual([
      `${AT} told -> ${MANAGER}`,
      `2026-11-17T10:00:00Z waits-1 -> ${MANAGER}`,
    ]);
    expect(mails(waiting(), approved())).toEqual([`${AT} told -> ${MANAGER}`]);
    expect(dutyAt(back(waiting(), approved()), "approval", LATER)?.state).toBe("done");
  });

  it("ALL-12: a second record waits for an approval of its own", () => {
    const second = {
      ...anAction("exempt", LATER, { reason: "in-hospital" }, SADE),
      awaits: "approval" as const,
    };
    const story = back(waiting(), approved(plusSeconds(LATER, 1)), second);
    expect(dutyAt(story, "approval", "2026-11-16T16:00:00Z")?.state).toBe("open");
  });

  it("ALL-12: a decline is told to the manager at once", () => {
    const declined = anAction("decline", AT, { reason: "did not want to" });
    const mails = mailsUntil(back(declined), "2026-11-17T00:00:00Z");
    expect(inShort(mails, "decline-told")).toEqual([`${AT} told -> ${MANAGER}`]);
    expect(inShort(mailsUntil(back(declined), plusSeconds(AT, -1)), "decline-told")).toEqual([]);
  });

  it("ALL-12: what was recorded before anybody had to approve it counts as it did", () => {
    const { awaits: _, ...before } = waiting();
    expect(interview([before], AT)?.state).toBe("not-required");
  });
});
