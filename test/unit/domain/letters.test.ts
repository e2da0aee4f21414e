import { describe, expect, it } from "vitest";
import { assess, dueRungs } from "../../../functions/domain/duty/assess.ts";
import type { DueRung, Duty } from "../../../functions/domain/duty/duty.ts";
import type { EpisodeEvent } from "../../../functions/domain/episode/events.ts";
import { rungLetter } from "../../../functions/domain/letters/rung-letter.ts";
import { standingInWords } from "../../../functions/domain/letters/standing.ts";
import type { Profile } from "../../../functions/domain/profile/profile.ts";
import { html, text } from "../../../functions/html/mail.ts";
import { aContext } from "../../builders/context.ts";
import { anAction, aRung, foundCompact, missingCompact } from "../../builders/events.ts";
import { derbyCity, leicestershire } from "../../builders/profiles.ts";
import { asSent, type SentLetter } from "../../builders/sent.ts";
import { mailsUntil } from "../../builders/timetable.ts";

const episode = [missingCompact({ circumstances: "Left by window." }), foundCompact()];
const asText = (letter: SentLetter | undefined): string => (letter ? text(letter.paragraphs) : "");

/** The letter for everything of one duty that is due at an instant. */
const letterAt = (now: string, dutyKey: string, events: readonly EpisodeEvent[]): SentLetter => {
  const context = aContext({ profile: leicestershire, now, events });
  const due = dueRungs(assess(context), context.now).filter((r) => r.duty.key === dutyKey && !r.rung.rule);
  const duty = due[0]?.duty;
  if (!duty) throw new Error("nothing is due");
  return asSent(rungLetter(duty, due, context));
};

describe("no name of a child, no content but where a rule carries it", () => {
  const everyone = [
    ...mailsUntil({ profile: leicestershire, events: episode }, "2026-12-01T00:00:00Z"),
    ...mailsUntil(
      { profile: derbyCity, events: episode.map((e) => ({ ...e, force: "derbyshire-police" })) },
      "2026-12-01T00:00:00Z",
    ),
  ];

  it("every subject carries reference, rule and clause, and no name", () => {
    expect(everyone.length).toBeGreaterThan(20);
    for (const { letter } of everyone) {
      expect(letter.subject).toMatch(/^MP\/26\/004417: .+ \((LEI|DER|ALL)-\d\d, clause .+\)$/);
      expect(letter.subject).not.toMatch(/Ellie|Marlowe/);
    }
  });

  it("alerts carry reference and link only", () => {
    for (const { letter } of everyone) expect(asText(letter)).not.toMatch(/Ellie|Marlowe|window|2011-03-09/);
  });

  it("what the form says is escaped in HTML", () => {
    expect(html("a", [{ lines: ['<script>alert("x")</script> & more'] }])).toContain(
      "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; more",
    );
  });
});

describe("rungs that an outage left behind", () => {
  it("stand in one mail, in their order, each with its time, to each recipient once", () => {
    const letter = letterAt("2026-11-18T09:00:00Z", "return-interview", episode);
    const lines = letter.paragraphs[0]?.lines ?? [];
    expect(lines.map((l) => l.slice(0, 23))).toEqual([
      "Sun 15 Nov 2026, 08:30:",
      "Tue 17 Nov 2026, 08:00:",
      "Wed 18 Nov 2026, 08:00:",
    ]);
    expect(letter.to).toEqual(["ce-team@leicestershire.example", "ce-team-manager@leicestershire.example"]);
  });
});

describe("a mail that comes again and again says how long the duty has stood", () => {
  const undecided = { ...missingCompact({ risk: "no-apparent-risk" }), force: "derbyshire-police" };
  const saidBy = (profile: Profile, events: readonly EpisodeEvent[], rule: string, until: string) =>
    mailsUntil({ profile, events }, until)
      .filter((m) => m.rule === rule && /-\d+$/.test(m.rung))
      .map((m) => m.letter.paragraphs[0]?.lines[0]);
  const sentence = "The police decision is overdue. Raise it with the duty inspector.";

  it("since its limit: DER-01 (4.2), day by day", () => {
    expect(saidBy(derbyCity, [undecided], "DER-01", "2026-11-18T23:00:00Z")).toEqual([
      `${sentence} It was due 1 day ago.`,
      `${sentence} It was due 2 days ago.`,
      `${sentence} It was due 3 days ago.`,
    ]);
  });

  it("and nothing of it at the limit itself: LEI-16 (15)", () => {
    const mails = saidBy(leicestershire, episode, "LEI-16", "2026-11-19T09:00:00Z");
    expect(mails.filter((m) => m?.includes("return interview is overdue"))).toEqual([
      "Anomaly: the return interview is overdue. Find out why and see that it is held.",
      "Anomaly: the return interview is overdue. Find out why and see that it is held. It was due 1 day ago.",
    ]);
  });

  const created = Date.parse("2026-03-28T10:00:00Z");
  const every = { amount: 1, unit: "d" } as const;
  it.each([
    ["a day over which the clocks change", "2026-03-29T09:00:00Z", "It has been open for 1 day."],
    ["a second less", "2026-03-29T08:59:59Z", "It has been open for 22 hours."],
    ["less than an hour", "2026-03-28T10:59:59Z", undefined],
  ])("since it arose, where it has no limit: %s", (_what, at, expected) => {
    const duty = { createdAt: created } as Duty;
    const rung = { at: Date.parse(at), rung: { every } } as DueRung;
    expect(standingInWords(duty, rung)).toBe(expected);
    expect(standingInWords(duty, { ...rung, rung: {} } as DueRung)).toBeUndefined();
  });
});

describe("the calendar entry", () => {
  it("is there before the limit and not after it", () => {
    expect(letterAt("2026-11-15T08:30:00Z", "return-interview", episode).deadline).toMatchObject({
      at: Date.parse("2026-11-18T08:00:00Z"),
    });
    expect(letterAt("2026-11-18T08:00:00Z", "return-interview", episode).deadline).toBeUndefined();
  });

  it("names no child", () => {
    expect(letterAt("2026-11-15T08:30:00Z", "return-interview", episode).deadline?.title).not.toMatch(
      /Ellie|Marlowe/,
    );
  });

  it("is absent where the source is silent, and the mail says so", () => {
    const letter = letterAt("2026-11-14T23:00:00Z", "triage", episode.slice(0, 1));
    expect(letter.deadline).toBeUndefined();
    expect(asText(letter)).toContain("the protocol sets no limit");
  });
});

describe("what was told before", () => {
  it("nobody, and then each mail with its time", () => {
    expect(asText(letterAt("2026-11-15T08:30:00Z", "return-interview", episode))).toContain(
      "Told before: nobody yet.",
    );
    const told = aRung("return-interview", "told", "2026-11-15T08:30:00Z", ["Asha, Safer Returns"]);
    expect(asText(letterAt("2026-11-17T08:00:00Z", "return-interview", [...episode, told]))).toContain(
      "- Sun 15 Nov 2026, 08:30: Asha, Safer Returns",
    );
  });
});

describe("the interview as it is distributed", () => {
  it('says "None flagged" where nothing is, above all else, and "Not covered" of an empty section', () => {
    const events = [
      ...episode,
      anAction("interview-held", "2026-11-16T10:00:00Z", { method: "face-to-face" }),
      anAction("written-record", "2026-11-16T12:00:00Z", {
        writtenToChild: true,
        sections: { 1: "You left at night.", 2: "" },
      }),
      anAction("sign-off", "2026-11-16T14:00:00Z", { nextSteps: "A safety plan" }),
    ];
    const letter = letterAt("2026-11-16T14:00:00Z", "distribution", events);
    expect(asText(letter)).toMatch(/^Immediate concerns\nNone flagged\.\n/);
    expect(asText(letter)).toContain("1. About this missing episode\nYou left at night.");
    expect(asText(letter)).toContain("2. Exploitation: what we are worried about\nNot covered");
    expect(asText(letter)).toContain("A safety plan");
    expect(letter.attachments?.map((a) => [a.filename, a.contentType])).toEqual([
      ["return-interview.html", "text/html"],
    ]);
  });
});
