import { describe, expect, it } from "vitest";
import type { Profile } from "../../../functions/domain/profile/profile.ts";
import { text } from "../../../functions/html/mail.ts";
import { compact, foundCompact, missingCompact } from "../../builders/events.ts";
import { derbyCity, leicestershire } from "../../builders/profiles.ts";
import { limitAt, mailsUntil } from "../../builders/timetable.ts";

const authorities: [string, Profile][] = [
  ["Leicestershire", leicestershire],
  ["Derby City", derbyCity],
];

describe.each(authorities)("%s: every alert", (_name, profile) => {
  const force = profile.forces[0]?.id ?? "";
  const mails = mailsUntil(
    { profile, events: [missingCompact({ force }), foundCompact({ force })] },
    "2026-11-25T00:00:00Z",
  );

  it("ALL-04: says which episode by reference, with no name in the subject", () => {
    expect(mails.length).toBeGreaterThan(5);
    for (const { letter } of mails) {
      expect(letter.subject).toContain("MP/26/004417");
      expect(letter.subject).not.toMatch(/Ellie|Marlowe/);
    }
  });

  it("ALL-04: says what is due, when, the clause, who was told before, and how to act", () => {
    for (const { letter, rule } of mails) {
      const body = text(letter.paragraphs);
      expect(body).toMatch(/^.+\n\nEpisode MP\/26\/004417\n/);
      expect(body).toMatch(/\nDue: (the protocol sets no limit|\w{3} \d{1,2} \w{3} \d{4}, \d\d:\d\d)/);
      expect(body).toMatch(new RegExp(`\nRule: ${rule}, clause .+, .+`));
      expect(body).toMatch(/\nTold before: nobody yet\.|\nTold before:\n- .+: .+@.+/);
      expect(body).toMatch(/\nWhat to do\n.{20,}/);
      if (/@(leicestershire|derby)\.example$/.test(letter.to[0] ?? ""))
        expect(body).toContain(`${profile.consoleUrl}/episodes/`);
    }
  });

  it("ALL-04: the second mail of a duty names who got the first", () => {
    const [told, reminder] = mails.filter((m) => m.duty === "return-interview");
    expect(text(reminder?.letter.paragraphs ?? [])).toContain(told?.letter.to.join(", "));
  });
});

describe("an anchor that is not known", () => {
  const withoutReturn = (sent: string) => {
    const found = foundCompact({ received: sent });
    const { returnedAt: _r, foundAt: _f, ...facts } = found.compact;
    return { ...found, compact: facts };
  };
  const stated = compact("update", "2026-11-17T09:00:00Z", { returnedAt: "2026-11-15T10:00:00+00:00" });
  const story = {
    profile: leicestershire,
    events: [missingCompact(), withoutReturn("2026-11-15T08:30:00Z"), stated],
  };

  it("ALL-06: the earliest instant known stands in for it, and the mail says so", () => {
    expect(limitAt(story, "return-interview", "2026-11-15T09:00:00Z")).toBe("2026-11-18T08:30:00Z");
    const told = mailsUntil(story, "2026-11-15T09:00:00Z").find((m) => m.rule === "LEI-04");
    expect(text(told?.letter.paragraphs ?? [])).toContain(
      "The limit is counted from: the found report's receipt, the earliest instant known.",
    );
  });

  it("ALL-06: a later, better fact moves the deadline, and the reminder comes again for it", () => {
    expect(limitAt(story, "return-interview", "2026-11-17T09:00:00Z")).toBe("2026-11-18T10:00:00Z");
    const mails = mailsUntil(story, "2026-11-18T10:00:00Z").filter((m) => m.rule === "LEI-04");
    expect(mails.map((m) => `${m.at} ${m.rung}`)).toEqual([
      "2026-11-15T08:30:00Z told",
      "2026-11-17T08:30:00Z reminder",
      "2026-11-17T10:00:00Z reminder~2",
      "2026-11-18T10:00:00Z limit",
    ]);
  });

  it("ALL-06: and says what it was counted from before", () => {
    const moved = mailsUntil(story, "2026-11-17T10:00:00Z").at(-1);
    expect(text(moved?.letter.paragraphs ?? [])).toContain(
      "The limit moved: it was Wed 18 Nov 2026, 08:30, counted from the found report's receipt, until more became known on Tue 17 Nov 2026, 09:00.",
    );
  });

  it("ALL-06: a limit that did not move says nothing of the kind", () => {
    const still = { profile: leicestershire, events: [missingCompact(), foundCompact()] };
    const bodies = mailsUntil(still, "2026-11-19T00:00:00Z").map((m) => text(m.letter.paragraphs));
    expect(bodies.filter((body) => body.includes("The limit moved"))).toEqual([]);
  });
});
