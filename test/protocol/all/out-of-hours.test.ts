import { describe, expect, it } from "vitest";
import { anAction, compact, missingCompact } from "../../builders/events.ts";
import { derbyCity, derbyshire } from "../../builders/profiles.ts";
import { mailsUntil, storiesUnder } from "../../builders/timetable.ts";

const story = storiesUnder(derbyCity);
const missing = missingCompact({
  missingSince: "2026-03-20T18:00:00Z",
  received: "2026-03-20T19:00:00Z",
  force: "derbyshire-police",
});
const FIRST_CONTACT = "first-contact@derby.example";
const CARELINE = "careline@derby.example";

/** Trafficking is an urgent matter of Children's Services (DER-19): an update that mentions it is mailed at once. */
const traffickingAt = (at: string, profile = derbyCity) => {
  const update = compact("update", at, { flags: ["trafficking"], force: "derbyshire-police" });
  const mails = mailsUntil(storiesUnder(profile)([missing, update]), at);
  return mails.find(({ duty, at: sent }) => duty === "trafficking-contact" && sent === at)?.letter;
};

describe("out of hours", () => {
  it.each([
    ["2026-03-27T08:59:59Z", true],
    ["2026-03-27T09:00:00Z", false],
    ["2026-03-27T16:59:59Z", false],
    ["2026-03-27T17:00:00Z", true],
    // Saturday.
    ["2026-03-28T12:00:00Z", true],
    // Summer time: nine in London is eight in UTC.
    ["2026-03-30T07:59:59Z", true],
    ["2026-03-30T08:00:00Z", false],
    // Good Friday and Easter Monday.
    ["2026-04-03T11:00:00Z", true],
    ["2026-04-06T11:00:00Z", true],
    ["2026-04-07T11:00:00Z", false],
  ])("ALL-15: at %s what is urgent goes to Careline as well: %s (P 4.1)", (at, isOutOfHours) => {
    const to = traffickingAt(at)?.to ?? [];
    expect(to).toContain(FIRST_CONTACT);
    expect(to.includes(CARELINE)).toBe(isOutOfHours);
    expect(new Set(to).size).toBe(to.length);
  });

  it("ALL-15: whoever is there is named among those it was sent to, and knows which child", () => {
    const letter = traffickingAt("2026-03-28T12:00:00Z");
    const lines = letter?.paragraphs.flatMap(({ lines: l }) => l).join("\n");
    expect(lines).toContain("Careline");
    expect(
      traffickingAt("2026-03-27T12:00:00Z")
        ?.paragraphs.flatMap((p) => p.lines)
        .join(),
    ).not.toContain("Careline");
  });

  it("ALL-15: what is not urgent goes to the ordinary mailbox at once, also at night, and to no other", () => {
    const night = "2026-03-20T19:00:00Z";
    const mails = mailsUntil(story([missing]), "2026-03-24T12:00:00Z");
    expect(mails.some(({ at }) => at === night)).toBe(true);
    expect(mails.flatMap(({ letter }) => letter.to)).not.toContain(CARELINE);
  });

  it("ALL-15: a worker's urgent mail finds somebody at night, allocated or not", () => {
    const concern = (at: string) => anAction("raise-concern", at, { concern: "x" });
    const disclosed = (at: string, allocated: boolean) =>
      mailsUntil(
        story([
          missing,
          ...(allocated
            ? [
                anAction("allocate", "2026-03-23T10:00:00Z", {
                  worker: "grace@derby.example",
                  openCase: true,
                }),
              ]
            : []),
          anAction("interview-held", at, {
            method: "face-to-face",
            concerns: { immediate: true, noticedAt: at },
          } as never),
          concern(at),
        ]),
        at,
      ).find(({ duty }) => duty === "safeguarding")?.letter.to;
    const night = "2026-03-26T22:00:00Z";
    expect(disclosed(night, true)).toEqual(["grace@derby.example", CARELINE]);
    expect(disclosed("2026-03-26T12:00:00Z", true)).toEqual(["grace@derby.example"]);
  });

  it("ALL-15: Derbyshire's is Call Derbyshire (P 4.1)", () => {
    const to = traffickingAt("2026-03-28T12:00:00Z", derbyshire)?.to;
    expect(to).toEqual(
      expect.arrayContaining(["starting-point@derbyshire.example", "call-derbyshire@derbyshire.example"]),
    );
  });

  it("ALL-15: a mail that an outage held back until the office is closed goes to whoever is there then", () => {
    const closing = "2026-03-27T16:59:59Z";
    expect(traffickingAt(closing)?.to).not.toContain(CARELINE);
    expect(traffickingAt("2026-03-27T17:00:00Z")?.to).toContain(CARELINE);
  });
});
