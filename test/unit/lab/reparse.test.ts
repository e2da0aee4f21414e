import { describe, expect, it } from "vitest";
import { type Consequences, differences } from "../../../localstack/tools/reparse/differences.ts";
import { reparsedText, withoutValues } from "../../../localstack/tools/reparse/words.ts";
import { missingCompact } from "../../builders/events.ts";

const entry = {
  mailId: "mail-1",
  outcome: "applied",
  reasons: [],
  receivedAt: "2026-11-14T23:00:00Z",
} as const;
const event = (facts: Parameters<typeof missingCompact>[0] = {}) =>
  missingCompact({ id: "compact:d:0", ...facts });
const held: Consequences = { entry, events: [event()] };

describe("a mail read again", () => {
  it("with the same outcome is not mentioned, wherever it was read", () => {
    const provenance = { risk: { source: "html", label: "Risk", raw: "MEDIUM" } };
    expect(differences(held, { entry, events: [event({ provenance })] })).toBeUndefined();
  });

  it("is mentioned with each field that would read otherwise", () => {
    const now = { entry, events: [event({ risk: "high", child: { school: "Fledgling Academy" } })] };
    expect(differences(held, now)).toEqual({
      mailId: "mail-1",
      receivedAt: entry.receivedAt,
      compacts: [
        {
          reference: "MP/26/004417",
          is: "changed",
          fields: [
            { field: "risk", held: "medium", now: "high" },
            { field: "school", held: undefined, now: "Fledgling Academy" },
          ],
        },
      ],
    });
  });

  it("is mentioned where it would be quarantined, or no longer", () => {
    const waits = {
      entry: { ...entry, outcome: "quarantined", reasons: ["no-surname"] },
      events: [],
    } as const;
    const compacts = (is: string) => [{ reference: "MP/26/004417", is }];
    expect(differences(held, waits)).toMatchObject({
      outcome: { held: "applied", now: "quarantined" },
      reasons: { gone: [], come: ["no-surname"] },
      compacts: compacts("gone"),
    });
    expect(differences(waits, held)).toMatchObject({
      reasons: { gone: ["no-surname"], come: [] },
      compacts: compacts("come"),
    });
  });
});

describe("what is printed", () => {
  const now = { entry, events: [event({ child: { surname: "Sparrow" } })] };
  const differing = [differences(held, now)].flatMap((d) => d ?? []);
  const reparsed = { read: 4, skipped: 1, differing };

  it("names the fields and keeps what they say to itself", () => {
    const text = reparsedText(withoutValues(reparsed));
    expect(text).toMatch(/MP\/26\/004417: reads otherwise\n {4}surname\n/);
    expect(text).toContain(
      "4 mails read again, 1 would come out otherwise; 1 left alone. Nothing was changed.",
    );
    expect(text).not.toMatch(/Marlowe|Sparrow/);
  });

  it("says it to whoever asks", () => {
    expect(reparsedText(reparsed)).toContain('surname: "Marlowe" → "Sparrow"');
  });
});
