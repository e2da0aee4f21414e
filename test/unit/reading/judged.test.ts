import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ParseResult } from "../../../functions/domain/compact/compact.ts";
import { parseCompact } from "../../../functions/reading/parse-compact.ts";
import { judge, judgedMails } from "./judged.ts";

const good = /^(?:right|rightly a person's)$/;

/** Known to wait where they need not: safe, and listed so that nobody takes them for mended. */
const needless = ["06-returned-above-old.eml", "01-phone-found.eml", "08-returned-above-older.eml"];
/** As those, with the mail's Date for the time of "yesterday 23:30 hrs", flagged `odd-time`. */
const relative = "35-yesterday.eml";

describe.each(["officers", "trial", "trial-second", "trial-third"])(
  "%s: mails judged before the reader was seen",
  (folder) => {
    it.each(judgedMails(folder))("$name", async ({ name, raw, judgement }) => {
      const { verdict, faults, reasons } = await judge(raw, judgement);
      if (name === relative) {
        expect(verdict).toBe("needlessly a person's");
        expect(reasons).toContain("odd-time:missingSince");
        return;
      }
      if (needless.includes(name)) expect(verdict).toBe("needlessly a person's");
      else expect(verdict, faults.join("\n")).toMatch(good);
      expect(faults).toEqual([]);
    });
  },
);

describe.each([
  { folder: "ordinary-found", mails: 100, most: 2 },
  { folder: "ordinary-found-second", mails: 60, most: 1 },
])("$folder: ordinary found reports", ({ folder, mails, most }) => {
  const at = (name: string): Buffer =>
    readFileSync(new URL(`../../fixtures/${folder}/${name}`, import.meta.url));
  const expected: Record<string, ParseResult["compacts"][number]> = JSON.parse(
    at("expected.json").toString("utf8"),
  );
  const names = Object.keys(expected);

  it("are applied, but for two in a hundred at most", async () => {
    const waiting: string[] = [];
    for (const name of names) {
      const { status, reasons, compacts } = await parseCompact(at(name));
      if (status === "quarantined") waiting.push(`${name}: ${reasons.join()}`);
      else expect(compacts, name).toMatchObject([expected[name]]);
    }
    expect(names).toHaveLength(mails);
    expect(waiting.length, waiting.join("\n")).toBeLessThanOrEqual(most);
  });
});
