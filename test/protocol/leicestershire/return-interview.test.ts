import { describe, expect, it } from "vitest";
import { anAction, compact, foundCompact, missingCompact } from "../../builders/events.ts";
import { leicestershire as profile } from "../../builders/profiles.ts";
import { dutyAt, inShort, limitAt, mailsUntil, refusals, refusedBy } from "../../builders/timetable.ts";

const returned = { profile, events: [missingCompact(), foundCompact()] };
const after = (returnedAt: string) => ({
  profile,
  events: [missingCompact({ missingSince: returnedAt, received: returnedAt }), foundCompact({ returnedAt })],
});
/** Three calls and three texts on the Sunday (clause 5). */
const engagementStandard = ["09", "12", "18"].flatMap((hour) =>
  (["call", "text"] as const).map((method) =>
    anAction("contact-attempt", `2026-11-15T${hour}:00:00Z`, { method }),
  ),
);
const held = (at: string, reasonLate?: string) =>
  anAction("interview-held", at, { method: "face-to-face", ...(reasonLate ? { reasonLate } : {}) });

describe("the return interview by 72 hours", () => {
  it.each([
    ["one second before", "2026-11-18T07:59:59Z", "done"],
    ["exactly when due", "2026-11-18T08:00:00Z", "done"],
    ["a second after", "2026-11-18T08:00:01Z", "late-done"],
  ])("LEI-04: held %s, 72 hours after the return (intro)", (_when, at, state) => {
    const story = { profile, events: [...returned.events, held(at, "Ellie asked for Wednesday")] };
    expect(dutyAt(story, "return-interview", "2026-11-18T12:00:00Z")?.state).toBe(state);
  });

  it("LEI-04: told at once, reminded a day before, told at the limit (intro)", () => {
    expect(inShort(mailsUntil(returned, "2026-11-18T12:00:00Z"), "LEI-04")).toEqual([
      "2026-11-15T08:30:00Z told -> ce-team@leicestershire.example",
      "2026-11-17T08:00:00Z reminder -> ce-team@leicestershire.example",
      "2026-11-18T08:00:00Z limit -> ce-team@leicestershire.example, ce-team-manager@leicestershire.example",
    ]);
  });

  it("LEI-04: once it is held nothing more is mailed (intro)", () => {
    const story = { profile, events: [...returned.events, held("2026-11-16T10:00:00Z")] };
    expect(inShort(mailsUntil(story, "2026-12-18T12:00:00Z"), "return-interview")).toHaveLength(1);
  });

  it.each([
    ["the October clock change", "2026-10-24T18:00:00+01:00", "2026-10-27T17:00:00Z"],
    ["the March clock change", "2027-03-27T18:00:00+00:00", "2027-03-30T18:00:00Z"],
    ["Christmas", "2026-12-24T18:00:00+00:00", "2026-12-27T18:00:00Z"],
    ["Easter", "2027-03-25T18:00:00+00:00", "2027-03-28T18:00:00Z"],
    ["leap day", "2028-02-27T18:00:00+00:00", "2028-03-01T18:00:00Z"],
  ])("LEI-04: 72 elapsed hours over %s (intro)", (_over, at, due) => {
    const received = `${new Date(Date.parse(at) + 1_800_000).toISOString().slice(0, 19)}Z`;
    expect(limitAt(after(at), "return-interview", received)).toBe(due);
  });

  it('LEI-04: where only "found" is known the hours run from there, and the mail says so (intro, ALL-06)', () => {
    const { returnedAt: _, ...found } = foundCompact().compact;
    const story = { profile, events: [missingCompact(), { ...foundCompact(), compact: found }] };
    const mail = mailsUntil(story, "2026-11-15T09:00:00Z").find((m) => m.rule === "LEI-04");
    expect(limitAt(story, "return-interview", "2026-11-15T09:00:00Z")).toBe("2026-11-18T08:00:00Z");
    expect(JSON.stringify(mail?.letter.paragraphs)).toContain(
      "counted from: found, the earliest instant known",
    );
  });

  it("LEI-04: the mail asks for a neutral person where possible (intro)", () => {
    const mail = mailsUntil(returned, "2026-11-15T09:00:00Z").find((m) => m.rule === "LEI-04");
    expect(JSON.stringify(mail?.letter.paragraphs)).toContain("where possible by a neutral person");
  });

  it.each([
    [
      "a refusal",
      anAction("decline", "2026-11-16T10:00:00Z", { reason: "did not want to talk" }),
      "did not want to talk",
    ],
    ["an exemption", anAction("exempt", "2026-11-16T10:00:00Z", { reason: "in-hospital" }), "in-hospital"],
  ])("LEI-04, ALL-01: %s ends the duty with its reason (intro)", (_what, action, reason) => {
    const record = anAction("written-record", "2026-11-16T10:00:00Z", { writtenToChild: true, sections: {} });
    const duty = dutyAt(
      { profile, events: [...returned.events, action, record] },
      "return-interview",
      "2026-11-16T10:00:00Z",
    );
    expect(duty).toMatchObject({ state: "not-required", reason });
  });
});

describe("a decline", () => {
  const AT = "2026-11-16T10:00:00Z";
  const declined = anAction("decline", AT, { reason: "did not want to talk" });
  const record = (at: string) => anAction("written-record", at, { writtenToChild: true, sections: {} });
  const standing =
    (...events: ReturnType<typeof anAction>[]) =>
    (duty: string, now = AT) =>
      dutyAt({ profile, events: [...returned.events, ...events] }, duty, now)?.state;

  it("LEI-04, LEI-08: without its record it ends nothing; it is written up and countersigned (7, 11)", () => {
    const now = standing(declined);
    expect([now("return-interview"), now("written-record"), now("sign-off")]).toEqual([
      "open",
      "open",
      "open",
    ]);
    expect(
      standing(declined, record("2026-11-16T12:00:00Z"))("return-interview", "2026-11-16T11:59:59Z"),
    ).toBe("open");
    expect(
      standing(declined, record("2026-11-16T12:00:00Z"))("return-interview", "2026-11-16T12:00:00Z"),
    ).toBe("not-required");
  });

  it("LEI-04: a record that was sent back is none (11)", () => {
    const back = anAction("send-back", "2026-11-16T13:00:00Z", { reasons: "too short" }, "manager");
    expect(
      standing(declined, record("2026-11-16T12:00:00Z"), back)("return-interview", "2026-11-16T13:00:00Z"),
    ).toBe("open");
  });
});

describe("an absence with whereabouts known", () => {
  const KNOWN = "2026-11-14T23:00:00Z";
  const away = compact("absent", KNOWN, { missingSince: "2026-11-14T21:30:00+00:00" });
  const at = (duty: string, now: string, ...more: ReturnType<typeof foundCompact>[]) =>
    dutyAt({ profile, events: [away, ...more] }, duty, now)?.state;

  it("LEI-01, LEI-03, LEI-04, LEI-06: is triaged, and no missing episode (1, 3, intro, 5)", () => {
    expect(at("triage", KNOWN)).toBe("open");
    expect(at("strategy-discussion", "2026-11-20T00:00:00Z")).toBeUndefined();
    const back = foundCompact();
    expect(["return-interview", "contact"].map((duty) => at(duty, "2026-11-15T09:00:00Z", back))).toEqual([
      undefined,
      undefined,
    ]);
    expect(at("return-interview", "2026-11-15T09:00:00Z", back, missingCompact() as never)).toBe("open");
  });
});

describe("past the 72 hours", () => {
  it("LEI-09: completing it late without the reason is refused, and nothing changes (clause 8)", () => {
    expect(refusedBy(returned, held("2026-11-18T08:00:01Z"))).toEqual(["LEI-09 (8)"]);
    expect(dutyAt(returned, "return-interview", "2026-11-18T08:00:01Z")?.state).toBe("open");
  });

  it("LEI-09: exactly at the limit no reason is needed (clause 8)", () => {
    expect(refusedBy(returned, held("2026-11-18T08:00:00Z"))).toEqual([]);
  });

  it("LEI-09: with its reason the late interview is recorded and the reason kept (clause 8)", () => {
    const late = held("2026-11-19T10:00:00Z", "Ellie could meet on Thursday only");
    expect(refusals(returned, late)).toEqual([]);
    expect(
      dutyAt({ profile, events: [...returned.events, late] }, "return-interview", "2026-11-19T10:00:00Z"),
    ).toMatchObject({
      state: "late-done",
      reason: "Ellie could meet on Thursday only",
    });
  });

  it("LEI-09: information from somebody else, past the limit, needs its reason as well (clause 8)", () => {
    const gathered = (at: string, reasonLate?: string) =>
      anAction("unable-to-gather-voice", at, {
        informationFrom: "parent",
        summary: "Ellie was with a friend",
        ...(reasonLate ? { reasonLate } : {}),
      });
    const tried = { profile, events: [...returned.events, ...engagementStandard] };
    expect(refusedBy(tried, gathered("2026-11-18T08:00:00Z"))).toEqual([]);
    expect(refusedBy(tried, gathered("2026-11-18T08:00:01Z"))).toEqual(["LEI-09 (8)"]);
    expect(refusedBy(tried, gathered("2026-11-18T08:00:01Z", "Ellie does not want to talk"))).toEqual([]);
  });

  it("LEI-09: it is still offered and booked after the limit (clause 8)", () => {
    const offer = anAction("offer-interview", "2026-11-18T09:00:00Z", { contact: "child" });
    const book = anAction("book-interview", "2026-11-18T09:05:00Z", { for: "2026-11-19T10:00:00Z" });
    expect([...refusals(returned, offer), ...refusals(returned, book)]).toEqual([]);
    expect(
      dutyAt(
        { profile, events: [...returned.events, offer, book] },
        "return-interview",
        "2026-11-18T09:05:00Z",
      )?.state,
    ).toBe("open");
  });

  it("LEI-16: overdue, the Service Manager hears at once, and has it in their list (clause 15)", () => {
    const late = held("2026-11-20T07:00:00Z", "Ellie was ill");
    const story = { profile, events: [...returned.events, late] };
    expect(inShort(mailsUntil(story, "2026-11-20T06:59:59Z"), "LEI-16")).toEqual([
      "2026-11-18T08:00:00Z overdue-1 -> ce-service-manager@leicestershire.example",
    ]);
    const toDo = mailsUntil(story, "2026-11-18T08:00:00Z")
      .find((m) => m.rule === "LEI-16")
      ?.letter.paragraphs.find((p) => p.heading === "What to do");
    expect(toDo?.lines[0]).toMatch(/^Find out why .* of anomalies you are alerted \(15\)/);
    const afterwards = mailsUntil(story, "2026-11-30T00:00:00Z").filter((m) => m.duty === "return-interview");
    expect(afterwards.at(-1)?.at).toBe("2026-11-18T08:00:00Z");
  });

  it("LEI-16: one second before the limit nobody is told of an anomaly (clause 15)", () => {
    expect(inShort(mailsUntil(returned, "2026-11-18T07:59:59Z"), "LEI-16")).toEqual([]);
  });
});
