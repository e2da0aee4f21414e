import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unreadMail } from "../../../../functions/reading/unread-mail.ts";
import { complete, lines, read } from "../mails.ts";
import { breakages, type Words } from "./breakages.ts";

const letters = fc.string({ unit: fc.constantFrom(..."ABCDEFGHJKLMNOPRSTUVW"), minLength: 3, maxLength: 9 });
const figures = fc.integer({ min: 1_000, max: 999_999 }).map(String);
const date = fc.constantFrom("Sat, 14 Nov 2026 23:05:00 +0000", "some day", undefined);

const wordsOf = (surname: string, number: string, date: string | undefined): Words => ({
  body: lines({ ...complete, "COMPACT Ref": `MP/26/${number}`, Surname: surname }),
  subject: "Missing Person Report",
  date,
});
/** Two children of whom the same force writes at the same moment under the same subject. */
const two = fc
  .tuple(fc.uniqueArray(letters, { minLength: 2, maxLength: 2 }), figures, date)
  .map(
    ([[one = "", other = ""], number, date]) =>
      [wordsOf(one, number, date), wordsOf(other, number, date)] as const,
  );

const resent = (raw: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from("Received: from a by b; Sun, 15 Nov 2026 01:00:00 +0000\r\n"),
    Buffer.from(raw.toString("latin1").replace("<1@mail.example>", "<2@other.example>"), "latin1"),
  ]);

describe.each(breakages)("of two mails about two children, both broken alike: $name", ({ build }) => {
  it("neither stands in for the other", async () => {
    await fc.assert(
      fc.asyncProperty(two, async ([one, other]) => {
        const [first, second] = await Promise.all([one, other].map((words) => read(build(words))));
        expect(first?.mail.digest).not.toBe(second?.mail.digest);
      }),
      { numRuns: 5 },
    );
  });

  it("neither does where the mail was not opened", () => {
    fc.assert(
      fc.property(two, ([one, other]) => {
        const [first, second] = [one, other].map((words) => unreadMail("too-slow", build(words), {}));
        expect(first?.mail.digest).not.toBe(second?.mail.digest);
      }),
      { numRuns: 20 },
    );
  });

  it("the same one, resent, is the same", async () => {
    const raw = build(wordsOf("ASHDOWN", "4417", "Sat, 14 Nov 2026 23:05:00 +0000"));
    if (raw.includes("\r\n"))
      expect((await read(resent(raw))).mail.digest).toBe((await read(raw)).mail.digest);
  });
});
