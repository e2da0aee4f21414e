import { describe, expect, it } from "vitest";
import type { ActionEvent } from "../../../functions/domain/episode/events.ts";
import { anAction, foundCompact, missingCompact } from "../../builders/events.ts";
import { leicestershire as profile } from "../../builders/profiles.ts";
import { dutyAt, inShort, mailsUntil, refusals, refusedBy } from "../../builders/timetable.ts";

const episode = [missingCompact(), foundCompact()];
const storyOf = (...actions: ActionEvent[]) => ({ profile, events: [...episode, ...actions] });
const call = (at: string) => anAction("contact-attempt", at, { method: "call" });
const text = (at: string) => anAction("contact-attempt", at, { method: "text" });

/** Three calls and three texts on the Sunday, at 9, 12 and 18 o'clock. */
const standard = ["09", "12", "18"].flatMap((hour) => [
  call(`2026-11-15T${hour}:00:00Z`),
  text(`2026-11-15T${hour}:10:00Z`),
]);
const approve = anAction(
  "approve-telephone",
  "2026-11-16T10:00:00Z",
  { attempts: "3 calls and 3 texts on Sunday" },
  "manager",
);
const nil = anAction("nil-return", "2026-11-16T10:00:00Z", { reason: "nobody answered" });
const byTelephone = anAction("interview-held", "2026-11-16T11:00:00Z", { method: "telephone" });

describe("face to face, by telephone as a last resort", () => {
  it("LEI-05: an interview by telephone without a manager's approval is refused, nothing changed (clause 4)", () => {
    expect(refusedBy(storyOf(...standard), byTelephone)).toEqual(["LEI-05 (4)"]);
    expect(dutyAt(storyOf(...standard), "return-interview", "2026-11-16T11:00:00Z")?.state).toBe("open");
  });

  it("LEI-05: the approval has to cite the attempts (clause 4)", () => {
    expect(() => anAction("approve-telephone", "2026-11-16T10:00:00Z", { attempts: " " })).toThrow();
  });

  it("LEI-05: approved, it is recorded (clause 4)", () => {
    expect(refusals(storyOf(...standard, approve), byTelephone)).toEqual([]);
  });

  it("LEI-05: a video call is not face to face either (clause 4)", () => {
    const byVideo = anAction("interview-held", "2026-11-16T11:00:00Z", { method: "video" });
    expect(refusedBy(storyOf(), byVideo)).toEqual(["LEI-05 (4)"]);
  });

  it("LEI-05: face to face needs no approval (clause 4)", () => {
    expect(
      refusedBy(storyOf(), anAction("interview-held", "2026-11-16T11:00:00Z", { method: "face-to-face" })),
    ).toEqual([]);
  });
});

describe("the engagement standard", () => {
  it.each([
    ["a telephone interview", approve],
    ["a nil return", nil],
    [
      "what a carer says in the child's place",
      anAction("unable-to-gather-voice", "2026-11-16T10:00:00Z", { informationFrom: "carer", summary: "x" }),
    ],
  ])("LEI-05, LEI-06: %s is refused before 3 calls and 3 texts (clause 5)", (_what, action) => {
    expect(refusedBy(storyOf(), action)).toContain("LEI-06 (5)");
    expect(refusedBy(storyOf(...standard.slice(0, 5)), action)).toContain("LEI-06 (5)");
    expect(refusedBy(storyOf(...standard), action)).toEqual([]);
  });

  it.each([
    [
      "less than 2 hours apart",
      ["2026-11-15T09:00:00Z", "2026-11-15T10:59:59Z", "2026-11-15T18:00:00Z"],
      ["LEI-06 (5)"],
    ],
    ["exactly 2 hours apart", ["2026-11-15T09:00:00Z", "2026-11-15T11:00:00Z", "2026-11-15T18:00:00Z"], []],
    [
      "beside one in an hour that counts already",
      ["2026-11-15T09:00:00Z", "2026-11-15T18:00:00Z", "2026-11-16T09:30:00Z", "2026-11-16T11:00:00Z"],
      [],
    ],
    [
      "in the same hour of two days",
      ["2026-11-15T09:00:00Z", "2026-11-16T09:30:00Z", "2026-11-15T18:00:00Z"],
      ["LEI-06 (5)"],
    ],
  ])("LEI-06: calls %s (clause 5)", (_how, times, refused) => {
    const texts = standard.filter((a) => a.data.method === "text");
    const story = storyOf(...texts, ...times.map(call));
    expect(refusedBy(story, { ...nil, recordedAt: "2026-11-16T12:00:00Z" })).toEqual(refused);
  });

  it("LEI-06: the hours are London's, so a summer night is not counted an hour early (clause 5)", () => {
    const events = [
      missingCompact({ missingSince: "2026-07-14T21:30:00+01:00" }),
      foundCompact({ returnedAt: "2026-07-15T08:00:00+01:00" }),
    ];
    const attempts = ["08:30", "11:00", "23:30"].flatMap((t) => [
      call(`2026-07-15T${t}:00Z`),
      text(`2026-07-15T${t}:30Z`),
    ]);
    const story = { profile, events: [...events, ...attempts] };
    expect(
      refusedBy(story, { ...nil, at: "2026-07-16T10:00:00Z", recordedAt: "2026-07-16T10:00:00Z" }),
    ).toEqual([]);
  });

  it("LEI-06: a conversation that took place is always recorded, and ends the contact duty (clause 5)", () => {
    const spoke = anAction("contact-made", "2026-11-15T10:00:00Z", { contact: "child", method: "call" });
    expect(refusals(storyOf(), spoke)).toEqual([]);
    expect(dutyAt(storyOf(), "contact", "2026-11-15T10:00:00Z")?.state).toBe("open");
    expect(dutyAt(storyOf(spoke), "contact", "2026-11-15T10:00:00Z")?.state).toBe("done");
  });
});

describe("the contact that arranges the interview", () => {
  it("LEI-06: is asked of the allocated worker as soon as the child is found (clause 5)", () => {
    const worker = anAction("allocate", "2026-11-15T00:00:00Z", { worker: "asha@leicestershire.example" });
    expect(inShort(mailsUntil(storyOf(worker), "2026-11-16T00:00:00Z"), "LEI-06")).toEqual([
      "2026-11-15T08:30:00Z told -> asha@leicestershire.example",
    ]);
  });

  const at = "2026-11-16T10:00:00Z";
  it.each([
    ["booked", "done", anAction("book-interview", at, { for: "2026-11-17T10:00:00Z" })],
    ["held", "done", anAction("interview-held", at, { method: "face-to-face" })],
    [
      "replaced by what a carer says",
      "done",
      anAction("unable-to-gather-voice", at, { informationFrom: "carer", summary: "x" }),
    ],
    ["a nil return", "not-required", nil],
    ["declined", "not-required", anAction("decline", at, { reason: "no" })],
    ["not to be held", "not-required", anAction("exempt", at, { reason: "in-hospital" })],
  ])("LEI-06: it ends once the interview is %s (clause 5)", (_how, state, action) => {
    expect(dutyAt(storyOf(), "contact", at)?.state).toBe("open");
    expect(dutyAt(storyOf(action), "contact", at)?.state).toBe(state);
  });

  it("LEI-06: a parent reached is not the child (clause 5)", () => {
    const parent = anAction("contact-made", at, { contact: "parent" });
    expect(dutyAt(storyOf(parent), "contact", at)?.state).toBe("open");
  });
});

describe("nil return or unable to gather the child's voice", () => {
  it("LEI-08: a nil return with somebody spoken to is refused, nothing changed (clause 7)", () => {
    const parent = anAction("contact-made", "2026-11-15T19:00:00Z", { contact: "parent", information: true });
    const story = storyOf(...standard, parent);
    expect(refusals(story, nil)).toMatchObject([
      { rule: "LEI-08", clause: "7", says: expect.stringContaining("Unable to gather child's voice") },
    ]);
    expect(dutyAt(story, "return-interview", nil.at)?.state).toBe("open");
  });

  it("LEI-08: with nobody spoken to and the standard met it ends the interview with its reason (clause 7, ALL-01)", () => {
    expect(refusals(storyOf(...standard), nil)).toEqual([]);
    expect(dutyAt(storyOf(...standard, nil), "return-interview", nil.at)).toMatchObject({
      state: "not-required",
      reason: "nobody answered",
    });
  });

  it("LEI-08: with a carer's information it is \"Unable to gather child's voice\" and its record is written (clause 7)", () => {
    const unable = anAction("unable-to-gather-voice", "2026-11-16T10:00:00Z", {
      informationFrom: "carer",
      summary: "at a friend's",
    });
    expect(refusals(storyOf(...standard), unable)).toEqual([]);
    expect(dutyAt(storyOf(unable), "return-interview", unable.at)?.state).toBe("done");
    expect(dutyAt(storyOf(unable), "sign-off", unable.at)?.state).toBe("open");
  });

  it("LEI-08: what the child said is no inability to gather the child's voice (clause 7)", () => {
    const odd = anAction("unable-to-gather-voice", "2026-11-16T10:00:00Z", {
      informationFrom: "child",
      summary: "hello",
    });
    expect(refusedBy(storyOf(...standard), odd)).toEqual(["LEI-08 (7)"]);
  });
});
