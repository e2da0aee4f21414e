import { describe, expect, it } from "vitest";
import { reasonInShort } from "../../../../functions/domain/quarantine/reason-words.ts";
import { aFound, aMissing, anUnreadable, aReading } from "../../../builders/reading.ts";
import { receive } from "../../../fakes/steps.ts";
import { aWorld, type World } from "../../../fakes/world.ts";
import { aReport, read } from "../../reading/mails.ts";

const linesOf = (world: World): readonly string[] =>
  world.post.sent.at(-1)?.letter.paragraphs[0]?.lines ?? [];

describe("the mail that says that another waits", () => {
  it("names the reports by kind and reference, and each reason in words", async () => {
    const world = aWorld();
    const reading = anUnreadable(["conflicting-values:kind", "no-surname"], {
      disputes: [{ field: "kind", values: ["found", "still missing"] }],
    });
    const compacts = [aFound({ reference: "MP/26/100005" })];
    await receive(world, "mail-1", {
      ...reading,
      result: { ...reading.result, status: "quarantined", compacts },
    });
    expect(linesOf(world)).toEqual([
      "Received: Sat 14 Nov 2026, 23:00",
      "What it reports: a found report, reference MP/26/100005",
      "Why: what happened is said in two ways, or can't be (found / still missing)",
      "Why: it names no surname",
      "In short: conflicting-values:kind, no-surname",
      "Reports in it that wait: 1",
      "Told before: nobody yet.",
    ]);
  });

  it("gives both times where the mail's is earlier than the episode's", async () => {
    const world = aWorld({ at: "2026-11-15T09:00:00Z" });
    await receive(world, "mail-1", aReading({ compacts: [aMissing()], digest: "1" }));
    const early = aFound({ foundAt: "2025-11-15T08:00:00+00:00" });
    await receive(world, "mail-2", aReading({ compacts: [early], digest: "2" }));
    expect(linesOf(world).join("\n")).toContain("(Sat 15 Nov 2025, 08:00 / Sat 14 Nov 2026, 21:30)");
  });

  it.each([
    [
      "two references",
      aReport({ "Misper ID": "MP/26/004418" }),
      "reference",
      ["MP/26/004417", "MP/26/004418"],
    ],
    [
      "another reference in the subject",
      aReport({}, { subject: "Missing Person Report MP/26/004418" }),
      "reference",
      ["MP/26/004417", "MP/26/004418"],
    ],
    ["two risks", aReport({ Risk: "High", "Risk Level": "Medium" }), "risk", ["high", "medium"]],
  ])("gives both of %s", async (_what, raw, field, values) => {
    expect((await read(raw)).mail.disputes).toEqual([{ field, values }]);
  });

  it("gives none of what says who the child is", async () => {
    const { mail, result } = await read(aReport({ "Last Name": "MARLOWE" }));
    expect(result.reasons).toContain("conflicting-values:surname");
    expect(mail.disputes).toBeUndefined();
  });

  it("says a code it does not know as it is", () => {
    expect(reasonInShort("something-new:x")).toBe("something-new:x");
    expect(reasonInShort("unreadable-attachment:Ellie Marlowe.pdf")).not.toContain("Marlowe");
  });
});
