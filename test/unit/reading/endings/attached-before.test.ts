import { describe, expect, it } from "vitest";
import { aMail, multipart, reasonsOf } from "../mails.ts";

const child = ["COMPACT Ref: MP/26/004417", "Surname: ASHDOWN", "Forename: Ellie", "DOB: 09/03/2011"];
const found = ["FOUND REPORT", ...child, "Date/Time Found: 16/11/2026 07:15"].join("\r\n");

const withAttached = (...attached: { date: string; words: string }[]): Buffer =>
  multipart(
    "mixed",
    [
      { type: "text/plain; charset=utf-8", body: found },
      ...attached.map(({ date, words }) => {
        const inner = ["MISSING REPORT", ...child, "Missing Since: 14/11/2026 21:30", "", words].join("\r\n");
        return {
          type: "message/rfc822",
          body: aMail({ subject: "Missing Report", date, body: inner }).toString(),
        };
      }),
    ],
    { subject: "Found Report", date: "Mon, 16 Nov 2026 09:00:00 +0000" },
  );
const before = "Sat, 14 Nov 2026 23:00:00 +0000";
const after = "Mon, 16 Nov 2026 08:30:00 +0000";

describe("words of an attached mail against the find above it", () => {
  it("are none where they were written before it", async () => {
    const raw = withAttached({ date: before, words: "Still missing at the time of this mail." });
    expect(await reasonsOf(raw)).toEqual([]);
  });

  it.each([
    ["after it", after],
    ["within the hour before it", "Mon, 16 Nov 2026 06:30:00 +0000"],
  ])("hold it where they were written %s", async (_when, date) => {
    expect(await reasonsOf(withAttached({ date, words: "Ellie made off." }))).toContain(
      "conflicting-values:kind",
    );
  });

  it("hold it whichever of several says so", async () => {
    const [said, unsaid] = [
      { date: after, words: "Ellie made off." },
      { date: after, words: "As discussed." },
    ];
    for (const mails of [
      [said, unsaid],
      [unsaid, said],
    ])
      expect(await reasonsOf(withAttached(...mails))).toContain("conflicting-values:kind");
  });

  it("hold it whenever they were written, where they say that the child is dead", async () => {
    const raw = withAttached({ date: before, words: "A body was found in the river." });
    expect(await reasonsOf(raw)).toContain("reported-deceased");
  });
});
