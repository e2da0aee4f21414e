import { describe, expect, it } from "vitest";
import { assess } from "../../../functions/domain/duty/assess.ts";
import { refusalsOf } from "../../../functions/domain/duty/guards.ts";
import { recordStanding } from "../../../functions/domain/duty/record-standing.ts";
import type { ActionEvent } from "../../../functions/domain/episode/events.ts";
import { aContext } from "../../builders/context.ts";
import { anAction, foundCompact, missingCompact } from "../../builders/events.ts";
import { aManager, aWorker } from "../../builders/people.ts";
import { aProfile, aRawProfile, aRawRule } from "../../builders/profile.ts";
import { leicestershire, torbay } from "../../builders/profiles.ts";

const signedIn = (event: ActionEvent, actor: ReturnType<typeof aWorker>): ActionEvent => ({
  ...event,
  by: actor.address,
  channel: "console",
  actor,
});

const on = (hour: string) => `2026-11-17T${hour}:00Z`;
const written = (at: string, by = aWorker()) =>
  signedIn(anAction("written-record", at, { writtenToChild: true, sections: {} }), by);
const signOff = (at: string, by = aManager()) => signedIn(anAction("sign-off", at, { nextSteps: "x" }), by);
const sendBack = (at: string) =>
  signedIn(anAction("send-back", at, { reasons: "Say why she left." }), aManager());

const rules = [
  aRawRule(),
  aRawRule({ id: "ANY-02", clause: "9", duty: "written-record", endedBy: [{ action: "written-record" }] }),
  aRawRule({ id: "ANY-03", clause: "11", duty: "sign-off", endedBy: [{ action: "sign-off" }] }),
];
const profile = aProfile({ rules });

const at = (actions: readonly ActionEvent[], under = profile) =>
  aContext({ events: [missingCompact(), foundCompact(), ...actions], profile: under, now: on("23:00") });
const refused = (action: ActionEvent, before: readonly ActionEvent[], under = profile) =>
  refusalsOf(action, at(before, under));
const dutyState = (key: string, actions: readonly ActionEvent[]) =>
  assess(at(actions)).duties.find((duty) => duty.key === key)?.state;

describe("nobody signs their own work", () => {
  const own = { rule: "ANY-03", clause: "11", says: expect.stringContaining("somebody else has to") };

  it("so whoever wrote the record does not countersign it, and is told the clause", () => {
    expect(refused(signOff(on("12:00"), aWorker()), [written(on("11:00"))])).toEqual([own]);
  });

  it("nor under another address of theirs, or by an address in other letters", () => {
    const { subject, address } = aWorker();
    const other = aManager({ subject });
    expect(refused(signOff(on("12:00"), other), [written(on("11:00"))])).toEqual([own]);
    const same = aManager({ address: address.toUpperCase() });
    expect(refused(signOff(on("12:00"), same), [written(on("11:00"))])).toEqual([own]);
  });

  it("but somebody else does", () => {
    expect(refused(signOff(on("12:00")), [written(on("11:00"))])).toEqual([]);
  });

  it("and the one who wrote an older record may, once somebody else wrote the newer", () => {
    const records = [written(on("10:00")), written(on("11:00"), aManager())];
    expect(refused(signOff(on("12:00"), aWorker()), records)).toEqual([]);
    expect(refused(signOff(on("12:00")), records)).toEqual([own]);
  });

  it("is asked of the lab by address; what it calls a role says nothing of who", () => {
    const byText = (action: ActionEvent, by: string): ActionEvent => ({ ...action, by, channel: "lab" });
    const record = anAction("written-record", on("11:00"), { writtenToChild: true, sections: {} });
    const sign = anAction("sign-off", on("12:00"), { nextSteps: "x" });
    const address = "r.bell@leicestershire.example";
    expect(refused(byText(sign, `manager:${address}`), [byText(record, `worker:${address}`)])).toEqual([own]);
    expect(refused(byText(sign, "lab"), [byText(record, "lab")])).toEqual([]);
  });

  it("also where the protocol has no countersignature", () => {
    const answer = refused(signOff(on("12:00"), aWorker()), [written(on("11:00"))], torbay);
    expect(answer).toContainEqual({ says: expect.stringContaining("somebody else has to") });
  });

  it("cites Leicestershire's own clause", () => {
    const answer = refused(signOff(on("12:00"), aWorker()), [written(on("11:00"))], leicestershire);
    expect(answer).toContainEqual({ ...own, rule: "LEI-12", clause: "11" });
  });
});

describe("a record that was sent back", () => {
  const before = [written(on("10:00")), sendBack(on("11:00"))];

  it("is open again", () => {
    expect(dutyState("written-record", before.slice(0, 1))).not.toBe("open");
    expect(dutyState("written-record", before)).toBe("open");
    expect(recordStanding(at(before).episode)).toMatchObject({
      is: "sent-back",
      record: { at: on("10:00") },
    });
  });

  it("is not countersigned before it is written again", () => {
    expect(refused(signOff(on("12:00")), before)).toEqual([
      { rule: "ANY-03", clause: "11", says: expect.stringContaining("sent back on Tue 17 Nov 2026, 11:00") },
    ]);
    const again = [...before, written(on("12:00"))];
    expect(refused(signOff(on("13:00")), again)).toEqual([]);
    expect(dutyState("written-record", again)).not.toBe("open");
  });

  it("is the one it names, also where another was written in the same second", () => {
    const first = written(on("10:00"));
    const back = { ...sendBack(on("10:00")), data: { reasons: "x", record: first.id } };
    const second = { ...written(on("10:00")), id: "z-later" };
    expect(recordStanding(at([first, back, second]).episode)).toMatchObject({ is: "written" });
  });

  it.each([
    ["where there is none", [], /^No record is written yet/],
    ["twice", before, /sent back already/],
    ["once it is countersigned", [written(on("10:00")), signOff(on("11:00"))], /is countersigned/],
  ])("is not sent back %s", (_when, acts, says) => {
    expect(refused(sendBack(on("12:00")), acts)).toEqual([
      { rule: "ANY-03", clause: "11", says: expect.stringMatching(says) },
    ]);
  });

  it("is not another than the person read", () => {
    const first = written(on("10:00"));
    const back = { ...sendBack(on("12:00")), data: { reasons: "x", record: first.id } };
    expect(refused(back, [first])).toEqual([]);
    expect(refused(back, [first, written(on("11:00"))])).toMatchObject([
      { says: expect.stringMatching(/^Another record/) },
    ]);
  });
});

describe("evidence that counts only from one role", () => {
  const rule = aRawRule({ endedBy: [{ action: "contact-made", by: "ce-team" }] });
  const recipients = {
    ...(aRawProfile().recipients as object),
    "ce-team": { name: "CE team", addresses: ["ce-team@leicestershire.example"] },
  };
  const only = aProfile({ rules: [rule], recipients });
  const made = anAction("contact-made", on("10:00"));
  const state = (action: ActionEvent) =>
    assess(at([action], only)).duties.find((duty) => duty.key === "return-interview")?.state;

  it("counts from whoever holds the role or acts for the team, and from the lab by name", () => {
    expect(state({ ...made, by: "ce-team" })).not.toBe("open");
    expect(state(signedIn(made, aWorker({ roles: ["worker", "ce-team"] })))).not.toBe("open");
    expect(state(signedIn(made, aWorker({ teams: ["ce-team"] })))).not.toBe("open");
    expect(state(signedIn(made, aWorker()))).toBe("open");
  });
});
