import { describe, expect, it } from "vitest";
import type { CareStatus } from "../../../functions/domain/compact/compact.ts";
import { anAction, foundCompact, missingCompact } from "../../builders/events.ts";
import { leicestershire as profile } from "../../builders/profiles.ts";
import { dutyAt, inShort, mailsUntil, refusedBy } from "../../builders/timetable.ts";

const WORKER = "asha@leicestershire.example";
const storyOf = (careStatus: CareStatus | undefined, saferReturns = false, openCase = saferReturns) => ({
  profile,
  events: [
    missingCompact(careStatus ? { careStatus } : {}),
    anAction("allocate", "2026-11-15T00:00:00Z", {
      worker: WORKER,
      interviewer: "ravi@leicestershire.example",
      saferReturns,
      openCase,
    }),
    foundCompact(),
  ],
});
const withParents = [
  anAction("contact-attempt", "2026-11-15T10:00:00Z", { method: "call", contact: "parent" }),
  anAction("contact-made", "2026-11-15T10:00:00Z", { contact: "parent" }),
  anAction("offer-interview", "2026-11-15T10:00:00Z", { contact: "parent" }),
];
const contactLine = (story: ReturnType<typeof storyOf>): string | undefined =>
  mailsUntil(story, "2026-11-15T09:00:00Z")
    .find((m) => m.rule === "LEI-04")
    ?.letter.paragraphs.flatMap((p) => p.lines)
    .find((line) => line.startsWith("Contact:"));

describe("whom to contact", () => {
  it("LEI-07: contact with the parents of a child in care is refused (clause 6)", () => {
    expect(withParents.map((a) => refusedBy(storyOf("looked-after"), a))).toEqual([
      ["LEI-07 (6)"],
      [],
      ["LEI-07 (6)"],
    ]);
  });

  it("LEI-07: a conversation with them that took place is recorded, ends nothing and is told to the manager (clause 6)", () => {
    const spoken = anAction("contact-made", "2026-11-15T10:00:00Z", { contact: "parent" });
    const story = storyOf("looked-after");
    const mails = inShort(mailsUntil({ ...story, events: [...story.events, spoken] }, spoken.at), "LEI-07");
    expect(mails).toEqual(["2026-11-15T10:00:00Z told -> ce-team-manager@leicestershire.example"]);
    expect(dutyAt({ ...story, events: [...story.events, spoken] }, "contact", spoken.at)?.state).toBe("open");
    const atHome = storyOf("not-looked-after");
    expect(
      inShort(mailsUntil({ ...atHome, events: [...atHome.events, spoken] }, spoken.at), "LEI-07"),
    ).toEqual([]);
  });

  it.each(["carer", "provider", "social-worker", "child"] as const)(
    "LEI-07: with the %s it is not (clause 6)",
    (contact) => {
      const attempt = anAction("contact-attempt", "2026-11-15T10:00:00Z", { method: "call", contact });
      expect(refusedBy(storyOf("looked-after"), attempt)).toEqual([]);
    },
  );

  it("LEI-07: the parents of a child at home may be contacted (clause 6)", () => {
    expect(withParents.flatMap((a) => refusedBy(storyOf("not-looked-after"), a))).toEqual([]);
  });

  it("LEI-07: the mails on contact name only permitted contacts (clause 6)", () => {
    expect(contactLine(storyOf("looked-after"))).toContain(
      "the carer, care provider or social worker, NOT the parents. (clause 6)",
    );
    expect(contactLine(storyOf("looked-after", true))).toContain("contact that worker, and the carer");
    expect(contactLine(storyOf("not-looked-after", true))).toContain("through the child's allocated worker");
    expect(contactLine(storyOf("not-looked-after"))).toContain("the child, and their parents or carers");
  });

  it("LEI-07: without an allocated worker there is nobody to go through (clause 6)", () => {
    expect(contactLine(storyOf("not-looked-after", true, false))).toContain(
      "the child, and their parents or carers",
    );
  });

  it("LEI-07: with an allocated worker, only that worker contacts the parents (clause 6)", () => {
    const by = (who: string, saferReturns: boolean) =>
      withParents.map((a) => refusedBy(storyOf("not-looked-after", saferReturns), { ...a, by: who }));
    const refused = withParents.map(({ type }) => (type === "contact-made" ? [] : ["LEI-07 (6)"]));
    expect(by("worker:ravi@leicestershire.example", true)).toEqual(refused);
    expect(by(`worker:${WORKER}`, true)).toEqual(withParents.map(() => []));
    expect(by("allocated-worker", true)).toEqual(withParents.map(() => []));
    expect(by("worker:ravi@leicestershire.example", false)).toEqual(withParents.map(() => []));
  });

  it("LEI-04, LEI-06: the interview and its contact are the interviewer's, the toolkit the worker's (intro, 5, 10)", () => {
    const story = storyOf("not-looked-after", true);
    const concern = anAction("interview-held", "2026-11-15T12:00:00Z", {
      method: "face-to-face",
      concerns: { exploitation: true },
    });
    const to = (duty: string) =>
      mailsUntil({ ...story, events: [...story.events, concern] }, "2026-11-15T12:00:00Z")
        .find((m) => m.duty === duty)
        ?.letter.to.join();
    expect(["return-interview", "contact", "written-record"].map(to)).toEqual(
      Array(3).fill("ravi@leicestershire.example"),
    );
    expect(to("toolkit")).toBe(WORKER);
    expect(to("allocation-notice")).toBe(`ravi@leicestershire.example,${WORKER}`);
  });

  it("LEI-07: where the police do not state the care status, it is checked before a parent is called (clause 6)", () => {
    expect(contactLine(storyOf(undefined))).toContain("Check Mosaic first");
  });
});
