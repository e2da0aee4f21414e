import { describe, expect, it } from "vitest";
import { interviewRecord } from "../../../functions/domain/record/record.ts";
import { anAction } from "../../builders/events.ts";
import { aForm, afterReturn, aRecord, held, signed, written } from "../../builders/interviewed.ts";
import { aProfile } from "../../builders/profile.ts";
import { derbyCity, derbyshire, leicestershire, rutland, torbay } from "../../builders/profiles.ts";

const LATER = "2026-11-20T10:00:00Z";
const first = (...actions: Parameters<typeof aRecord>) => aRecord(...actions).interviews[0];

describe("the interview's record as data", () => {
  it("has every section of the form in its order, the missing and the blank without text", () => {
    const blank = anAction("written-record", LATER, {
      writtenToChild: true,
      sections: { parent: "She heard.", help: " \n" },
    });
    expect(aRecord(held, blank).sections.map(({ title, text }) => [title, text])).toEqual([
      ["The child's account", undefined],
      ["What would help", undefined],
      ["The parent's account", "She heard."],
    ]);
    expect(aRecord(held).sections.every(({ text }) => text === undefined)).toBe(true);
  });

  it("loses no words: a section the form does not have comes last, under its own name", () => {
    const other = anAction("written-record", LATER, {
      writtenToChild: true,
      sections: { acount: "Misspelt.", account: "You left.", empty: "" },
    });
    expect(aRecord(held, other).sections.at(-1)).toEqual({
      title: "Also recorded (acount)",
      text: "Misspelt.",
    });
    expect(aRecord(held, other).sections).toHaveLength(4);
  });

  it("is what the manager signed: a record written afterwards is not in it", () => {
    const rewritten = anAction("written-record", LATER, {
      writtenToChild: true,
      sections: { account: "Rewritten." },
    });
    expect(aRecord(held, written, signed, rewritten).sections[0]?.text).toBe("You left at night.");
    const backdated = { ...rewritten, at: "2026-11-16T13:00:00Z" };
    expect(aRecord(held, written, signed, backdated).sections[0]?.text).toBe("You left at night.");
  });

  it("is not signed off where the only record came after the signature", () => {
    const late = anAction("written-record", LATER, { writtenToChild: true, sections: { account: "Late." } });
    const record = aRecord(held, signed, late);
    expect(record.sections[0]?.text).toBe("Late.");
    expect(record.signedOff).toBeUndefined();
    expect(aRecord(held, written, signed).signedOff).toEqual({
      by: "mo@anyshire.example",
      at: Date.parse("2026-11-16T14:00:00Z"),
      nextSteps: "A safety plan",
    });
  });

  it("names who held it as the profile does, and a person by their address", () => {
    expect(first({ ...held, by: "service-manager" })?.heldBy).toBe("Service Manager");
    expect(first({ ...held, by: "allocated-worker" })?.heldBy).toBe("Allocated worker");
    expect(first({ ...held, by: "asha@anyshire.example" })?.heldBy).toBe("asha@anyshire.example");
  });

  it("names the worker and the manager whom the episode was allocated to at the time", () => {
    const allocated = (at: string, name: string) =>
      anAction("allocate", at, {
        worker: `${name}@anyshire.example`,
        lineManager: `${name}.boss@anyshire.example`,
      });
    const both = [allocated("2026-11-16T09:00:00Z", "asha"), allocated(LATER, "ben")];
    const by = (role: string) => first(...both, { ...held, by: role })?.heldBy;
    expect(by("allocated-worker")).toBe("Allocated worker, asha@anyshire.example");
    expect(by("line-manager")).toBe("Line manager, asha.boss@anyshire.example");
  });

  it("keeps several interviews in their order", () => {
    const again = anAction("interview-held", LATER, { method: "video", place: "At school" });
    expect(aRecord(held, again).interviews.map(({ method, place }) => [method, place])).toEqual([
      ["face-to-face", undefined],
      ["video", "At school"],
    ]);
  });

  it.each([
    ["in time a second before its limit", "2026-11-18T07:59:59Z", false],
    ["in time exactly then", "2026-11-18T08:00:00Z", false],
    ["late a second after", "2026-11-18T08:00:01Z", true],
  ])("is %s", (_when, at, late) => {
    const interview = first(anAction("interview-held", at, { method: "face-to-face" }));
    expect(interview).toMatchObject({ late, limit: Date.parse("2026-11-18T08:00:00Z") });
  });

  it.each([derbyCity, derbyshire, leicestershire, rutland, torbay])(
    "its limit is the interview's own, 72 hours from the return, and no other duty's that it also ends: $name",
    (profile) => {
      const [interview] = interviewRecord(afterReturn([held], profile)).interviews;
      expect(interview).toMatchObject({ late: false, limit: Date.parse("2026-11-18T08:00:00Z") });
    },
  );

  it("judges the first interview against the limit, and no later one", () => {
    const again = anAction("interview-held", LATER, { method: "video" });
    expect(aRecord(held, again).interviews[1]).toMatchObject({ late: false, limit: undefined });
  });

  it("has no limit where the protocol sets none", () => {
    const profile = aProfile({ ...aForm, rules: [{ ...aProfile().rules[0], due: [], rungs: [] }] });
    const interview = interviewRecord(afterReturn([held], profile)).interviews[0];
    expect(interview).toMatchObject({ late: false, limit: undefined });
  });

  it("says who approved a telephone interview, citing the attempts; of another it says nothing", () => {
    const approval = anAction(
      "approve-telephone",
      "2026-11-16T09:00:00Z",
      { attempts: "3 calls, 3 texts" },
      "service-manager",
    );
    const byPhone = anAction("interview-held", "2026-11-16T10:00:00Z", { method: "telephone" });
    expect(first(approval, byPhone)?.approval).toEqual({
      by: "Service Manager",
      at: Date.parse("2026-11-16T09:00:00Z"),
      attempts: "3 calls, 3 texts",
    });
    expect(first(approval, held)?.approval).toBeUndefined();
  });

  it("keeps every immediate concern, each once, and the other concerns apart", () => {
    const one = anAction("contact-made", "2026-11-16T08:00:00Z", {
      concerns: { immediate: true, safeguarding: true, summary: "A man waits at the gate." },
    });
    const two = anAction("interview-held", "2026-11-16T10:00:00Z", {
      method: "face-to-face",
      concerns: { immediate: true },
    });
    const three = anAction("written-record", "2026-11-16T12:00:00Z", {
      writtenToChild: true,
      sections: {},
      concerns: { exploitation: true, summary: "Somebody pays for her phone." },
    });
    const record = aRecord(one, { ...one, id: "again" }, two, three);
    expect(record.immediateConcerns).toEqual([
      "Safeguarding: A man waits at the gate.",
      "Immediate concern flagged by the interviewer.",
    ]);
    expect(record.otherConcerns).toEqual(["Exploitation: Somebody pays for her phone."]);
  });

  it.each([
    [leicestershire, true],
    [torbay, false],
  ])("knows whether $name has it signed off", (profile, asks) => {
    expect(interviewRecord(afterReturn([held], profile)).asksSignOff).toBe(asks);
  });

  it("says who was asked where the child's voice could not be gathered", () => {
    const unable = anAction("unable-to-gather-voice", LATER, {
      informationFrom: "social-worker",
      summary: "She will not talk.",
    });
    expect(aRecord(unable).insteadOfChild).toEqual([
      { from: "social worker", summary: "She will not talk.", at: Date.parse(LATER) },
    ]);
  });
});
