import { describe, expect, it } from "vitest";
import type { EpisodeEvent } from "../../../functions/domain/episode/events.ts";
import { anAction, compact, foundCompact, missingCompact } from "../../builders/events.ts";
import { leicestershire } from "../../builders/profiles.ts";
import { mailsUntil, storiesUnder } from "../../builders/timetable.ts";

const AT = "2026-11-15T02:00:00Z";
const LATER = "2026-11-15T06:00:00Z";
const WORKER = "s.okoro@leicestershire.example";
const allocated = anAction("allocate", "2026-11-15T00:30:00Z", {
  worker: WORKER,
  lineManager: "d.lane@leicestershire.example",
});
const first = () =>
  missingCompact({ risk: "medium", warnings: ["CSE"], circumstances: "Left by the window." });
const newsOf = (...events: EpisodeEvent[]) =>
  mailsUntil(storiesUnder(leicestershire)([first(), allocated, ...events]), LATER).filter(
    ({ rule }) => rule === "ALL-10",
  );
const update = (facts: Parameters<typeof compact>[2], at = AT) => compact("update", at, facts);
const words = (mail: ReturnType<typeof newsOf>[number] | undefined) =>
  JSON.stringify(mail?.letter.paragraphs);

describe("news from the police", () => {
  it("ALL-10: a raised risk is mailed at once to coordinator, worker and manager, with what changed", () => {
    const [mail, ...others] = newsOf(update({ risk: "high" }));
    expect(others).toEqual([]);
    expect(mail?.at).toBe(AT);
    expect(mail?.letter.to).toEqual(
      expect.arrayContaining([
        WORKER,
        "d.lane@leicestershire.example",
        ...(leicestershire.recipients[leicestershire.quarantine.role]?.addresses ?? []),
      ]),
    );
    expect(words(mail)).toContain("Risk raised from medium to high.");
    expect(mail?.letter.subject).not.toMatch(/high|medium|Marlowe/);
  });

  it.each([
    ["a downgrade", { risk: "no-apparent-risk" } as const, "Risk LOWERED from medium to no apparent risk."],
    ["a warning", { warnings: ["CSE", "Carries a knife"] }, "New warning: Carries a knife"],
    ["a flag", { flags: ["self-harm"] as const }, "Now also: self harm."],
    ["a development", { circumstances: "Seen at the coach station." }, "Seen at the coach station."],
    ["harm", { harm: "Says she was hit." }, "Harm: Says she was hit."],
  ])("ALL-10: so is %s", (_, facts, says) => {
    const mails = newsOf(update(facts as Parameters<typeof compact>[2]));
    expect(mails).toHaveLength(1);
    expect(words(mails[0])).toContain(says);
  });

  it("ALL-10: what says nothing new, a low risk that is medium, and a find are no news", () => {
    expect(newsOf(update({ risk: "low", warnings: ["cse."], circumstances: "Left by the window" }))).toEqual(
      [],
    );
    expect(newsOf(foundCompact({ received: AT, harm: "none" }))).toEqual([]);
  });

  it("ALL-10: a mail that nothing proves raises and never lowers", () => {
    expect(newsOf(update({ risk: "no-apparent-risk", trusted: false }))).toEqual([]);
    expect(newsOf(update({ risk: "high", trusted: false }))).toHaveLength(1);
  });

  it("ALL-10: each is told, also of two in one second, and none twice", () => {
    const mails = newsOf(update({ risk: "high" }), update({ warnings: ["Carries a knife"] }));
    expect(mails.map(words).join()).toMatch(
      /medium to high.*Carries a knife|Carries a knife.*medium to high/,
    );
    expect(mails).toHaveLength(2);
  });
});
