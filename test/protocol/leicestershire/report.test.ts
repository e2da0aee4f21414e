import { describe, expect, it } from "vitest";
import type { ActionData } from "../../../functions/domain/episode/actions.ts";
import type { ActionEvent } from "../../../functions/domain/episode/events.ts";
import { anAction, foundCompact, missingCompact } from "../../builders/events.ts";
import { leicestershire as profile } from "../../builders/profiles.ts";
import { dutyAt, inShort, mailsUntil, refusals, refusedBy } from "../../builders/timetable.ts";

type Concerns = ActionData<"interview-held">["concerns"];

const allocate = anAction("allocate", "2026-11-15T09:00:00Z", {
  worker: "asha@leicestershire.example",
  lineManager: "mo@leicestershire.example",
});
const heldWith = (concerns?: Concerns) =>
  anAction("interview-held", "2026-11-16T10:00:00Z", {
    method: "face-to-face",
    ...(concerns ? { concerns } : {}),
  });
const allSections = Object.fromEntries(profile.form.map(({ id }) => [id, `You told us about part ${id}.`]));
const recordOf = (sections: Record<string, string> = allSections, writtenToChild = true) =>
  anAction("written-record", "2026-11-16T14:00:00Z", { writtenToChild, sections });
const signOff = anAction(
  "sign-off",
  "2026-11-17T09:00:00Z",
  { nextSteps: "A safety plan with Ellie" },
  "manager",
);
const storyOf = (...actions: ActionEvent[]) => ({
  profile,
  events: [missingCompact(), foundCompact(), allocate, ...actions],
});
const toolkit = (outcome: "completed" | "updated" | "not-needed") =>
  anAction("toolkit", "2026-11-16T16:00:00Z", { outcome });
const complete = storyOf(heldWith(), recordOf(), signOff);

describe("a decline", () => {
  const declined = anAction("decline", "2026-11-16T10:00:00Z", { reason: "does not want to talk" });

  it("LEI-12, LEI-13: is written up, countersigned and sent like an interview, and says that it was one (11, 13)", () => {
    const story = storyOf(declined, recordOf(), signOff);
    expect(refusedBy(storyOf(declined), signOff)).toEqual(["LEI-10 (9, 12)", "LEI-12 (11)"]);
    expect(refusals(storyOf(declined, recordOf()), signOff)).toEqual([]);
    const sent = mailsUntil(story, signOff.at).find((m) => m.rule === "LEI-13")?.letter;
    expect(sent?.attachments).toHaveLength(1);
    const lines = sent?.paragraphs.flatMap((p) => p.lines);
    expect(lines).toEqual(
      expect.arrayContaining([
        "Interview: None held",
        "Declined: Mon 16 Nov 2026, 10:00, by the child: does not want to talk",
      ]),
    );
    expect(dutyAt(story, "copy-offer", signOff.at)).toBeUndefined();
  });
});

describe("the record", () => {
  it("LEI-10: once the interview is held its record is to be written to the child (clauses 9, 12)", () => {
    expect(dutyAt(storyOf(heldWith()), "written-record", "2026-11-16T09:59:59Z")).toBeUndefined();
    expect(inShort(mailsUntil(storyOf(heldWith()), "2026-11-16T10:00:00Z"), "written-record")).toEqual([
      "2026-11-16T10:00:00Z told -> asha@leicestershire.example",
    ]);
    expect(dutyAt(storyOf(heldWith(), recordOf()), "written-record", "2026-11-16T14:00:00Z")?.state).toBe(
      "done",
    );
  });

  it("LEI-10: a record that is not written to the child does not do, and cannot be countersigned (clauses 9, 12)", () => {
    const story = storyOf(heldWith(), recordOf(allSections, false));
    expect(dutyAt(story, "written-record", signOff.at)?.state).toBe("open");
    expect(refusedBy(story, signOff)).toEqual(["LEI-10 (9, 12)"]);
  });

  it("LEI-10: the worker is asked to offer the child a copy, once (clause 9)", () => {
    expect(inShort(mailsUntil(storyOf(heldWith()), "2026-11-30T00:00:00Z"), "copy-offer")).toEqual([
      "2026-11-16T10:00:00Z told -> asha@leicestershire.example",
    ]);
  });

  it.each(["yes", "no", "declined"] as const)(
    "LEI-10: the offer of a copy ends with the answer %s recorded (clause 9)",
    (answer) => {
      const offered = anAction("copy-offered", "2026-11-16T15:00:00Z", { answer });
      expect(dutyAt(storyOf(heldWith()), "copy-offer", "2026-11-16T15:00:00Z")?.state).toBe("open");
      expect(dutyAt(storyOf(heldWith(), offered), "copy-offer", "2026-11-16T15:00:00Z")?.state).toBe("done");
    },
  );
});

describe("the child's own copy", () => {
  const answer = (said: "yes" | "no" | "declined", at = "2026-11-16T15:00:00Z") =>
    anAction("copy-offered", at, { answer: said });
  const storyWith = (...actions: ActionEvent[]) => storyOf(heldWith(), recordOf(), ...actions);
  const copies = (story: ReturnType<typeof storyOf>, until: string) =>
    mailsUntil(story, until).filter((m) => m.duty === "child-copy");

  it("LEI-10: a child who wants one gets it from the worker, once it is countersigned (clauses 9, 12)", () => {
    const story = storyWith(answer("yes"), signOff);
    expect(copies(story, "2026-11-17T08:59:59Z")).toEqual([]);
    const mails = copies(story, "2026-12-17T00:00:00Z");
    expect(inShort(mails, "child-copy")).toEqual([
      "2026-11-17T09:00:00Z hand-over -> asha@leicestershire.example",
    ]);
    const [copy] = mails[0]?.letter.attachments ?? [];
    expect(copy?.filename).toBe("copy-for-the-child.html");
    expect(copy?.content).toContain("Hello Ellie,");
    for (const { id, forChild } of profile.form)
      expect(copy?.content).toContain(`<h2>${forChild}</h2><p>You told us about part ${id}.</p>`);
    expect(mails[0]?.letter.subject).not.toContain("Ellie");
    expect(JSON.stringify(mails[0]?.letter.paragraphs)).not.toContain("part 3");
  });

  it("LEI-10: a yes that comes after the countersignature brings it at once (clause 9)", () => {
    const story = storyWith(signOff, answer("yes", "2026-11-18T10:00:00Z"));
    expect(copies(story, "2026-11-18T09:59:59Z")).toEqual([]);
    expect(copies(story, "2026-12-17T00:00:00Z").map((m) => m.at)).toEqual(["2026-11-18T10:00:00Z"]);
  });

  it.each(["no", "declined"] as const)("LEI-10: %s brings none, nor a yes taken back (clause 9)", (said) => {
    expect(copies(storyWith(answer(said), signOff), "2026-12-17T00:00:00Z")).toEqual([]);
    const takenBack = storyWith(answer("yes"), answer(said, "2026-11-16T16:00:00Z"), signOff);
    expect(copies(takenBack, "2026-12-17T00:00:00Z")).toEqual([]);
  });
});

describe("exploitation and other concerns", () => {
  it("LEI-11: a concern about exploitation asks the allocated worker for the toolkit (clause 10)", () => {
    const story = storyOf(heldWith({ exploitation: true }));
    expect(inShort(mailsUntil(story, "2026-11-16T12:00:00Z"), "LEI-11")).toEqual([
      "2026-11-16T10:00:00Z told -> asha@leicestershire.example",
    ]);
    expect(dutyAt(storyOf(heldWith()), "toolkit", "2026-11-20T10:00:00Z")).toBeUndefined();
  });

  it("LEI-11: without an allocated worker the Safer Returns Project does it (clause 10)", () => {
    const events = [missingCompact({ flags: ["exploitation"] }), foundCompact()];
    expect(inShort(mailsUntil({ profile, events }, "2026-11-15T09:00:00Z"), "LEI-11")).toEqual([
      "2026-11-15T08:30:00Z told -> safer-returns@leicestershire.example",
    ]);
  });

  it.each([
    ["completed", "done"],
    ["updated", "done"],
    ["not-needed", "open"],
  ] as const)("LEI-11: the toolkit %s leaves the duty %s (clause 10)", (outcome, state) => {
    const story = storyOf(heldWith({ exploitation: true }), toolkit(outcome));
    expect(dutyAt(story, "toolkit", "2026-11-16T16:00:00Z")?.state).toBe(state);
  });

  it("LEI-11: without commentary in sections 2 and 7 the countersignature is refused (clause 10)", () => {
    const story = storyOf(heldWith({ exploitation: true }), recordOf({ ...allSections, 7: " " }));
    expect(refusedBy(story, signOff)).toContain("LEI-11 (10)");
    expect(
      refusedBy(storyOf(heldWith({ exploitation: true }), recordOf(), toolkit("updated")), signOff),
    ).toEqual([]);
  });

  it.each([
    ["nothing of the toolkit recorded", [], ["LEI-11 (10)"]],
    ["the toolkit not needed", [toolkit("not-needed")], ["LEI-11 (10)"]],
    ["the toolkit completed", [toolkit("completed")], []],
    ["the toolkit updated", [toolkit("updated")], []],
  ])("LEI-11: the countersignature waits for the toolkit: %s (clause 10)", (_what, actions, refused) => {
    const story = storyOf(heldWith({ exploitation: true }), recordOf(), ...actions);
    expect(refusedBy(story, signOff)).toEqual(refused);
  });

  it("LEI-14: a flagged concern goes to the CE Team for oversight, whose outcome ends it (clause 14)", () => {
    const concern = heldWith({ safeguarding: true });
    const outcome = anAction(
      "oversight",
      "2026-11-16T16:00:00Z",
      { outcome: "strategy discussion convened" },
      "ce-team",
    );
    expect(inShort(mailsUntil(storyOf(concern), "2026-11-20T00:00:00Z"), "LEI-14")).toEqual([
      "2026-11-16T10:00:00Z told -> ce-team@leicestershire.example",
    ]);
    expect(dutyAt(storyOf(concern), "oversight", "2026-11-16T16:00:00Z")?.state).toBe("open");
    expect(dutyAt(storyOf(concern, outcome), "oversight", "2026-11-16T16:00:00Z")?.state).toBe("done");
    expect(dutyAt(storyOf(heldWith()), "oversight", "2026-11-20T00:00:00Z")).toBeUndefined();
  });
});

describe("countersignature and distribution", () => {
  it.each(profile.form.map(({ id }) => id))(
    "LEI-12: with section %s empty the countersignature is refused (clause 11)",
    (id) => {
      expect(refusedBy(storyOf(heldWith(), recordOf({ ...allSections, [id]: "" })), signOff)).toEqual([
        "LEI-12 (11)",
      ]);
    },
  );

  it("LEI-12: without a record there is nothing to countersign (clause 11)", () => {
    expect(refusedBy(storyOf(heldWith()), signOff)).toContain("LEI-12 (11)");
  });

  it("LEI-12: the line manager is asked, and signs with the next steps (clause 11)", () => {
    expect(inShort(mailsUntil(complete, "2026-11-20T00:00:00Z"), "sign-off")).toEqual([
      "2026-11-16T10:00:00Z told -> mo@leicestershire.example",
    ]);
    expect(refusals(storyOf(heldWith(), recordOf()), signOff)).toEqual([]);
    expect(dutyAt(complete, "sign-off", signOff.at)?.state).toBe("done");
    expect(() => anAction("sign-off", signOff.at, {})).toThrow();
  });

  it("LEI-12: what it showed is built into assessment and plan, asked and recorded (clause 11)", () => {
    expect(inShort(mailsUntil(complete, "2026-11-20T00:00:00Z"), "plan-updated")).toEqual([
      "2026-11-17T09:00:00Z told -> asha@leicestershire.example",
    ]);
    const done = anAction("duty-done", "2026-11-18T09:00:00Z", { duty: "plan-updated", outcome: "updated" });
    const after = { ...complete, events: [...complete.events, done] };
    expect(
      [complete, after].map((story) => dutyAt(story, "plan-updated", "2026-11-18T09:00:00Z")?.state),
    ).toEqual(["open", "done"]);
  });

  it("LEI-10: the full account on Mosaic is a yes with its date (clause 12)", () => {
    const logged = anAction("record-loaded", "2026-11-18T09:00:00Z");
    expect(dutyAt(storyOf(heldWith()), "logged-on-mosaic", logged.at)?.state).toBe("open");
    expect(dutyAt(storyOf(heldWith(), logged), "logged-on-mosaic", logged.at)).toMatchObject({
      state: "done",
      endedAt: Date.parse(logged.at),
    });
  });

  it("LEI-13: nothing is sent before the countersignature (clause 13)", () => {
    expect(inShort(mailsUntil(complete, "2026-11-17T08:59:59Z"), "LEI-13")).toEqual([]);
    expect(
      refusedBy(storyOf(heldWith(), recordOf()), anAction("distributed", "2026-11-16T16:00:00Z")),
    ).toEqual(["LEI-13 (13)"]);
  });

  it("LEI-13: then it goes once, to exactly the two mailboxes of the protocol, with the interview (clause 13)", () => {
    const mails = mailsUntil(complete, "2026-12-17T00:00:00Z").filter((m) => m.rule === "LEI-13");
    expect(mails.map((m) => [m.at, m.letter.to])).toEqual([
      [
        "2026-11-17T09:00:00Z",
        ["Missingreturninterviews@leicestershire.pnn.police.uk", "Cfs.cse.team@leics.gov.uk"],
      ],
    ]);
    expect(mails[0]?.letter.attachments?.[0]?.content).toContain("You told us about part 3.");
    expect(dutyAt(complete, "distribution", "2026-11-17T09:00:00Z")?.state).toBe("open");
  });

  it("LEI-13: an immediate concern stands at the top (clause 13)", () => {
    const concerned = heldWith({ immediate: true, summary: "Ellie names an adult who waits outside school" });
    const mails = mailsUntil(storyOf(concerned, recordOf(), signOff), "2026-11-17T09:00:00Z");
    const html = mails.find((m) => m.rule === "LEI-13")?.letter.attachments?.[0]?.content ?? "";
    expect(html.indexOf("Ellie names an adult who waits outside school")).toBeGreaterThan(
      html.indexOf("IMMEDIATE CONCERNS"),
    );
    expect(html.indexOf("Ellie names an adult")).toBeLessThan(html.indexOf("You told us about part 1."));
    const [top] = mails.find((m) => m.rule === "LEI-13")?.letter.paragraphs ?? [];
    expect(top).toEqual({
      heading: "IMMEDIATE CONCERNS",
      lines: ["Ellie names an adult who waits outside school"],
    });
  });

  it("LEI-16: an interview held whose report is not sent goes to the Service Manager, and stands in their list (clause 15)", () => {
    expect(inShort(mailsUntil(storyOf(heldWith(), recordOf()), "2026-11-18T23:00:00Z"), "LEI-16")).toEqual([
      "2026-11-17T10:00:00Z not-sent-1 -> ce-service-manager@leicestershire.example",
    ]);
    expect(inShort(mailsUntil(complete, "2026-11-30T00:00:00Z"), "LEI-16")).toEqual([]);
    const mails = mailsUntil(storyOf(heldWith(), recordOf()), "2026-11-17T10:00:00Z");
    const toDo = mails
      .find((m) => m.rule === "LEI-16")
      ?.letter.paragraphs.find((p) => p.heading === "What to do");
    expect(toDo?.lines[0]).toContain("Find out why");
    expect(toDo?.lines[0]).not.toContain("countersignature with them");
  });
});
