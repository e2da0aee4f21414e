import { describe, expect, it } from "vitest";
import type { Paragraph } from "../../../functions/domain/letters/letter.ts";
import { html, text } from "../../../functions/html/mail.ts";

const list: Paragraph[] = [
  { as: "title", heading: "Your list", lines: [] },
  { heading: "Overdue: 2", lines: ["one", "two"] },
];

describe("a mail as Outlook and a phone show it", () => {
  it("sets each heading's size on the heading itself, as Word inherits none", () => {
    expect(html("a", list)).toMatch(/<h1 style="[^"]*font-size:24px/);
    expect(html("a", list)).not.toContain("inherit");
  });

  it("keeps the lines of a list apart", () => {
    expect(html("a", list)).toMatch(
      /<td style="padding:0 0 6px 0[^>]*>one<\/td><\/tr><tr><td style="padding:0 0 12px 0[^>]*>two</,
    );
    expect(text(list)).toContain("one\ntwo");
  });

  it("holds the column where no widest width is known", () => {
    expect(html("a", list)).toMatch(
      /<!--\[if mso\]><table [^>]*width="640".*<!--\[if mso\]><\/td><\/tr><\/table><!\[endif\]-->/,
    );
  });
});
