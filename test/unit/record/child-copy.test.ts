import { describe, expect, it } from "vitest";
import { childCopy } from "../../../functions/domain/record/child-copy.ts";
import { recordPage } from "../../../functions/html/record-page.ts";
import { anAction, missingCompact } from "../../builders/events.ts";
import { aRecord, held, signed, written } from "../../builders/interviewed.ts";

const page = (...actions: Parameters<typeof aRecord>): string => recordPage(childCopy(aRecord(...actions)));
const body = (html: string): string => html.slice(html.indexOf("<body>"));

describe("the record as a letter to the child", () => {
  it("speaks to the child by first name, inside only", () => {
    const copy = childCopy(aRecord(held, written, signed));
    const [filename, content] = [copy.filename, recordPage(copy)];
    expect(body(content)).toContain("<p>Hello Ellie,</p>");
    expect([filename, content.match(/<title>.*<\/title>/)?.[0]].join()).not.toMatch(/Ellie|Marlowe/);
    expect(content).not.toContain("Marlowe");
  });

  it("takes the first of several forenames, and greets without one where none is known", () => {
    const named = (forenames: string) =>
      body(page(missingCompact({ child: { forenames }, sent: "2026-11-16T08:00:00Z" }), held));
    expect(named("Mary Ann")).toContain("<p>Hello Mary,</p>");
    expect(named(" ")).toContain("<p>Hello,</p>");
  });

  it("is in the words of the record, under headings for a child", () => {
    const html = body(page(held, written, signed));
    expect(html).toContain("<h2>What you told us</h2><p>You left at night.</p>");
    expect(html).not.toContain("The child's account");
  });

  it("leaves out what the profile does not give to the child, and whatever is empty", () => {
    const html = body(page(held, written, signed));
    expect(html).not.toMatch(/mother|parent/i);
    expect(html).not.toContain("What would help you");
    expect(html).not.toContain("Not covered");
  });

  it("leaves out what is said among workers: concerns, lateness, approval, next steps, signature", () => {
    const flagged = anAction("interview-held", "2026-11-19T10:00:00Z", {
      method: "telephone",
      reasonLate: "An exam",
      concerns: { immediate: true, summary: "A man waits at the gate." },
    });
    const html = body(page(flagged, written, { ...signed, at: "2026-11-20T09:00:00Z" }));
    expect(html).not.toMatch(/gate|exam|safety plan|mo@anyshire|concern/i);
  });

  it.each([
    [{ method: "face-to-face", place: "your school" }, "We met on Monday 16 November 2026 (your school)."],
    [{ method: "telephone", place: "the office" }, "We talked on the telephone on Monday 16 November 2026."],
    [{ method: "video" }, "We talked by video on Monday 16 November 2026."],
  ] as const)("says when and how we talked: %o", (data, says) => {
    expect(body(page(anAction("interview-held", "2026-11-16T10:00:00Z", data)))).toContain(says);
  });

  it("names each talk of several, in its London day", () => {
    const again = anAction("interview-held", "2026-06-30T23:30:00Z", { method: "telephone" });
    const html = body(page(held, again));
    expect(html).toContain("We met on Monday 16 November 2026.");
    expect(html).toContain("We talked on the telephone on Wednesday 1 July 2026.");
  });

  it("escapes whatever was typed", () => {
    const nasty = anAction("written-record", "2026-11-16T12:00:00Z", {
      writtenToChild: true,
      sections: { account: "<script>alert(1)</script>" },
    });
    const html = page(
      missingCompact({ child: { forenames: "<b>El" }, sent: "2026-11-16T08:00:00Z" }),
      held,
      nasty,
    );
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(html).toContain("Hello &lt;b&gt;El,");
    expect(html).not.toMatch(/<script|<b>/);
  });
});
