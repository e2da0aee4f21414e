import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openMail } from "../../../../functions/reading/mail-reader/open-mail.ts";
import { mailText } from "../../../../functions/reading/mail-reader/shown-mail.ts";

const shown = async (name: string): Promise<string> =>
  mailText(await openMail(readFileSync(`test/fixtures/compacts/${name}.eml`), false));

describe("a mail's own words, for whoever decides about it", () => {
  it("are its sender, its subject and its body as a reader sees it", async () => {
    const text = await shown("1-missing-plain");
    expect(text).toContain("Subject: OFFICIAL-SENSITIVE: Missing Person Report MP/26/004417");
    expect(text).toMatch(/^From: .*@/);
    expect(text).toMatch(/^Surname: \w+$/m);
  });

  it("show a table row by row, without its markup", async () => {
    const text = await shown("3-missing-html-table");
    expect(text).toMatch(/^.+ \| .+$/m);
    expect(text).not.toMatch(/<t[dr]/i);
  });

  it("hold a mail that is attached", async () => {
    expect(await shown("7-forwarded-as-attachment")).toContain("-- a mail attached --");
  });
});
