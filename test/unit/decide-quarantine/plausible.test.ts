import { describe, expect, it } from "vitest";
import type { CompactDraft } from "../../../functions/domain/compact/compact.ts";
import type { Reading } from "../../../functions/reading/reading.ts";
import { aMissing, anUnreadable } from "../../builders/reading.ts";
import { decide, receive } from "../../fakes/steps.ts";
import { aWorld, rows, theRow } from "../../fakes/world.ts";

const { child, ...rest } = aMissing();
const { dateOfBirth: _, ...known } = child;
const draft: CompactDraft = { ...rest, child: known };
const unread = anUnreadable(["no-date-of-birth"], { force: "leicestershire-police" });
const reading: Reading = {
  ...unread,
  result: { ...unread.result, status: "quarantined", compacts: [draft] },
};

const release = async (said: Record<string, unknown>) => {
  const world = aWorld();
  await receive(world, "mail-1", reading);
  const decided = await decide(world, "release", reading, { data: { dateOfBirth: "2011-03-09", ...said } });
  return { world, decided };
};

const aReference =
  "reference: has to be the force's reference: one line of at most 40 characters, with a digit in it";
const aTime = (field: string) => `${field}: has to be a time such as 2026-11-14T21:30:00+00:00`;

describe("what a person says of a mail", () => {
  it.each([
    [{ dateOfBirth: "2012-02-30" }, "child.dateOfBirth: has to be a date such as 2011-03-09"],
    [{ dateOfBirth: "2099-06-06" }, "dateOfBirth: has not come yet"],
    [{ dateOfBirth: "1960-06-06" }, "dateOfBirth: is more than 25 years ago"],
    [{ surname: " " }, "surname: is blank; give null to take back what the mail says"],
    [{ surname: "--" }, "surname: has to be a name on one line"],
    [{ reference: "Philomena Zuckermantel" }, aReference],
    [{ reference: "MP/26/1\r\nBcc: x@evil.example" }, aReference],
    [{ reference: `MP/26/${"1".repeat(40)}` }, aReference],
    [{ reference: "" }, "reference: is blank; give null to take back what the mail says"],
    [{ missingSince: "2030-01-01T00:00:00Z" }, "missingSince: has not come yet"],
    [{ missingSince: "2020-01-01T00:00:00Z" }, "missingSince: is more than a year ago"],
    [{ foundAt: "2026-11-31T10:00:00Z" }, aTime("foundAt")],
    [{ reportedAt: "2026-11-14T25:61:00+00:00" }, aTime("reportedAt")],
    [
      { preventionInterview: { completed: true, at: "2026-99-99T99:99:99+00:00" } },
      aTime("preventionInterview.at"),
    ],
  ])("%j is refused in a sentence, and nothing is done", async (said, sentence) => {
    const { world, decided } = await release(said);
    expect(decided.outcome === "refused" && decided.faults.map(({ says }) => says)).toContain(sentence);
    expect(rows(world)).toEqual([]);
  });

  it("is kept without the spaces around it", async () => {
    const { world } = await release({ reference: "  MP/26/100021  " });
    expect(theRow(world, "MP/26/100021").status).toBe("missing");
  });

  it("may leave a child of seventeen as old as that", async () => {
    expect((await release({ dateOfBirth: "2009-01-01" })).decided).toMatchObject({ outcome: "decided" });
  });
});
