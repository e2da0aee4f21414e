import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fieldInWords } from "../../../../functions/domain/quarantine/field-words.ts";
import { reasonInWords, reasonTable } from "../../../../functions/domain/quarantine/reason-words.ts";

/** The codes in the table of REASONS.md: those in its first column. */
const documented = readFileSync("functions/reading/REASONS.md", "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .flatMap((line) => [...(line.split("|")[1] ?? "").matchAll(/`([a-z-]+)/g)].map(([, code = ""]) => code));

describe("why a mail waits, in words", () => {
  it("has a row for every code that REASONS.md lists, and for no other", () => {
    expect(Object.keys(reasonTable).toSorted()).toEqual(documented.toSorted());
  });

  it("has a row for every code that the reader gives with a field", () => {
    const sources = globSync("functions/{reading,core,ingest-compact,reconcile-mail}/**/*.ts").map((file) =>
      readFileSync(file, "utf8"),
    );
    const given = sources.flatMap((source) =>
      [...source.matchAll(/[`"]([a-z]+(?:-[a-z]+)+):\$?/g)].map(([, code = ""]) => code),
    );
    expect(new Set(given)).toContain("conflicting-values");
    const reasons = given.filter((code) => /^(conflicting|views|unreadable|ambiguous)-/.test(code));
    expect(reasons.filter((code) => !Object.hasOwn(reasonTable, code))).toEqual([]);
  });

  it.each([
    [
      "conflicting-values:dateOfBirth",
      "The mail contradicts itself, or what is known of the child, about the date of birth",
    ],
    ["unreadable-date:missingSince", "The time they went missing can't be understood"],
    ["unreadable-attachment:A: $& <b>.pdf", "The attached file “A: $& <b>.pdf” was not read"],
    ["constructor", "It waits for a reason that this page has no words for (constructor)"],
    ["no-surname", "No surname was found"],
  ])("%s: %s", (reason, says) => expect(reasonInWords(reason).says).toBe(says));

  it("says a field nobody has words for as it is", () => {
    expect([fieldInWords("surname"), fieldInWords("toString")]).toEqual(["surname", "toString"]);
  });
});
