import { describe, expect, it } from "vitest";
import { assess, dueRungs } from "../../../functions/domain/duty/assess.ts";
import type { EpisodeEvent } from "../../../functions/domain/episode/events.ts";
import { html, text } from "../../../functions/html/mail.ts";
import { aContext } from "../../builders/context.ts";
import { anAction, aRung, foundCompact, missingCompact } from "../../builders/events.ts";
import { derbyCity, leicestershire } from "../../builders/profiles.ts";
import type { SentLetter } from "../../builders/sent.ts";
import { letterOf, mailsUntil } from "../../builders/timetable.ts";

const episode = [missingCompact({ circumstances: "Left by window." }), foundCompact()];
const asText = (letter: SentLetter | undefined): string => (letter ? text(letter.paragraphs) : "");

/** The letter for everything of one duty that is due at an instant. */
const letterAt = (now: string, dutyKey: string, events: readonly EpisodeEvent[]): SentLetter => {
  const context = aContext({ profile: leicestershire, now, events });
  const due = dueRungs(assess(context), context.now).filter((r) => r.duty.key === dutyKey && !r.rung.rule);
  const duty = due[0]?.duty;
  if (!duty) throw new Error("nothing is due");
  return letterOf(duty, due, context);
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
    expect(everyone.length).toBeGreaterThan(10);
    for (const { letter } of everyone) {
      expect(letter.subject).toMatch(
        /^MP\/26\/004417: .+ \((LEI|DER|ALL)-\d\d, (clause .+|local practice)\)$/,
      );
      expect(letter.subject).not.toMatch(/Ellie|Marlowe/);
    }
  });

  it("ALL-16: alerts to anybody outside the authority carry the reference only", () => {
    const outside = everyone.filter(
      ({ letter: { to } }) => !/@(leicestershire|derby)\.example/.test(to[0] ?? ""),
    );
    expect(outside.length).toBeGreaterThan(0);
    for (const { letter } of outside) {
      expect(asText(letter)).toContain("MP/26/004417");
      expect(asText(letter)).not.toMatch(/Ellie|Marlowe|window|2011|https:/);
    }
  });

  it("what the form says is escaped in HTML", () => {
    expect(html("a", [{ lines: ['<script>alert("x")</script> & more'] }])).toContain(
      "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; more",
    );
  });
});

describe("a mail that carries the compact", () => {
  const unread = ["She is pregnant.", "Tattoo: swallow on the left wrist"];
  const mails = (events: readonly EpisodeEvent[]) =>
    mailsUntil({ profile: leicestershire, events }, "2026-12-01T00:00:00Z").map(({ letter }) =>
      asText(letter),
    );
  const carrying = (events: readonly EpisodeEvent[]) =>
    mails(events).filter((one) => one.includes("The compact"));

  it("quotes the words of the police's mail that nobody's program read", () => {
    const told = carrying([missingCompact({ unread }), foundCompact()]);
    expect(told.length).toBeGreaterThan(0);
    for (const one of told) {
      expect(one).toContain("The police also wrote");
      expect(one).toContain("“She is pregnant.”");
      expect(one).toContain("“Tattoo: swallow on the left wrist”");
    }
  });

  it("says nothing of the kind where every word was read", () => {
    for (const one of carrying(episode)) expect(one).not.toContain("also wrote");
  });

  it("keeps what an earlier report said, beside what a later one says", () => {
    const found = foundCompact({ unread: ["Her coat was wet."] });
    const last = carrying([missingCompact({ unread }), found]).at(-1);
    expect(last).toContain("“She is pregnant.”");
    expect(last).toContain("“Her coat was wet.”");
  });

  it("no other mail quotes them", () => {
    for (const one of mails([missingCompact({ unread }), foundCompact()]))
      if (!one.includes("The compact")) expect(one).not.toContain("pregnant");
  });
});

describe("rungs that an outage left behind", () => {
  it("stand in one mail, in their order, each with its time, to each recipient once", () => {
    const letter = letterAt("2026-11-18T09:00:00Z", "return-interview", episode);
    const lines = letter.paragraphs.flatMap((p) =>
      p.lines.filter((line) => /^\w{3} \d+ Nov .*: /.test(line)),
    );
    expect(lines.map((l) => l.slice(0, 23))).toEqual([
      "Sun 15 Nov 2026, 08:30:",
      "Tue 17 Nov 2026, 08:00:",
      "Wed 18 Nov 2026, 08:00:",
    ]);
    expect(letter.to).toEqual(["ce-team@leicestershire.example", "ce-team-manager@leicestershire.example"]);
  });
});

describe("the calendar entry", () => {
  it("is there before the limit and not after it", () => {
    expect(letterAt("2026-11-15T08:30:00Z", "return-interview", episode).deadlines).toMatchObject([
      { at: Date.parse("2026-11-18T08:00:00Z") },
    ]);
    expect(letterAt("2026-11-18T08:00:00Z", "return-interview", episode).deadlines).toBeUndefined();
  });

  it("names no child", () => {
    expect(letterAt("2026-11-15T08:30:00Z", "return-interview", episode).deadlines?.[0]?.title).not.toMatch(
      /Ellie|Marlowe/,
    );
  });

  it("is absent where the source is silent, and the mail says so", () => {
    const letter = letterAt("2026-11-14T23:00:00Z", "triage", episode.slice(0, 1));
    expect(letter.deadlines).toBeUndefined();
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
