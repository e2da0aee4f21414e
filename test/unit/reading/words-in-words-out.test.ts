import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyFacts, anyFamily, reports } from "./facts.ts";
import { layouts, layoutsOfSeveral } from "./layouts/layouts.ts";
import { lostWords } from "./lost-words.ts";
import { aMail, aReport, complete, lines, multipart, read, theCompact } from "./mails.ts";
import { mutatedMail } from "./opening/mutations.ts";

const fixtures = new URL("../../fixtures/", import.meta.url);
const mails = readdirSync(fixtures, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".eml"),
);

describe("every visible word is accounted for (law 1)", () => {
  it.each(mails)("of %s", async (name) => {
    expect(await lostWords(readFileSync(new URL(name, fixtures)))).toEqual([]);
  });

  it.each(reports)("of any report of kind $kind, in any layout", async (report) => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...layouts), anyFacts(report), async ({ render }, facts) => {
        expect(await lostWords(render(facts, report.titles[0]))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it.each(reports)("of any report of two children, of kind $kind", async (report) => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...layoutsOfSeveral), anyFamily(report), async ({ render }, facts) => {
        expect(await lostWords(render(facts, report.titles[0]))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("of any damaged mail", async () => {
    await fc.assert(
      fc.asyncProperty(mutatedMail, async (raw) => {
        expect(await lostWords(raw)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

const unreadOf = async (raw: Buffer): Promise<readonly string[]> => (await theCompact(raw))?.unread ?? [];

describe("what is unread stands with the report, in the mail's order", () => {
  it.each([
    ["a line under no label", "She is pregnant."],
    ["a label nobody knows", "Tattoo: swallow on the left wrist"],
    ["a label nobody knows, answered with nothing", "Carries knives: -"],
    ["a word beside a grade", "Current Risk: High – carrying a knife"],
    ["a remark that is no answer", "Sex: N/K (see the photograph)"],
    ["a word beside a time", "Date Reported: 14/11/2026 22:41, by a passer-by who did not stay"],
    ["a name that is no longer used", "Surname: ASHDOWN nee COLE"],
    ["what goes on behind a section's name", "Child 1 is safe and well at home."],
    ["a sentence beside an empty box", "Harm Suffered: Bruises round both wrists []"],
    ["a sentence beside an empty box, under no label", "Bruises round both wrists [ ]"],
    ["an option nobody knows, not ticked", "Warning Markers: ☐ CSE ☐ Cuckooing"],
    ["a sentence of both", "Both were last seen together. Please read the two reports below."],
    ["somebody else's block", "Mother's phone: 07700 900456, does not speak English"],
  ])("%s", async (_, line) => {
    expect(await unreadOf(aMail({ body: `${lines(complete)}${line}\r\n` }))).toContain(line);
  });

  it("though a shorter line says the contrary of what a value says", async () => {
    const facts = { ...complete, Circumstances: "She is not armed at present." };
    expect(await unreadOf(aMail({ body: `Armed\r\n\r\n${lines(facts)}` }))).toEqual(["Armed"]);
  });

  it("of a subject that says more than which report it is", async () => {
    const subject = "Missing Person Report MP/26/004417 - please note she has no coat";
    expect(await unreadOf(aReport({}, { subject }))).toEqual([subject]);
    expect(await unreadOf(aReport({}, { subject: "FW: Missing Person Report MP/26/004417" }))).toEqual([]);
  });

  it("of the covering note over what is attached, with each of its reports", async () => {
    const report = (surname: string, forenames: string, reference: string) => ({
      type: `text/plain; name="${forenames}.txt"`,
      headers: [`Content-Disposition: attachment; filename="${forenames}.txt"`],
      body: lines({ ...complete, Surname: surname, "Forename(s)": forenames, "COMPACT Ref": reference }),
    });
    const raw = multipart("mixed", [
      { type: "text/plain", body: "Both got into a silver van.\r\n" },
      report("ASHDOWN", "Ellie", "MP/26/004417"),
      report("COLE", "Tyler", "MP/26/004418"),
    ]);
    const { result } = await read(raw);
    expect(result.compacts.map(({ unread }) => unread)).toEqual([
      ["Both got into a silver van."],
      ["Both got into a silver van."],
    ]);
  });

  it("of a note below one child's part, with that child's report alone", async () => {
    const child = (changes: Record<string, string>, note: string): string =>
      `${lines({ ...complete, ...changes })}${note}\r\n\r\n`;
    const body =
      child({}, "She has her inhaler.") +
      child(
        { Surname: "COLE", "Forename(s)": "Tyler", "COMPACT Ref": "MP/26/004418", DOB: "01/02/2012" },
        "He has no coat.",
      );
    const { result } = await read(aMail({ body }));
    expect(result.compacts.map(({ unread }) => unread)).toEqual([
      ["She has her inhaler."],
      ["He has no coat."],
    ]);
  });

  it("once, where text and HTML say the same", async () => {
    const raw = multipart("alternative", [
      { type: "text/plain; charset=utf-8", body: `${lines(complete)}She took the\r\nspare key.\r\n` },
      {
        type: "text/html; charset=utf-8",
        body: `<p>${lines(complete).replace(/\r\n/g, "<br>")}</p><p>She took the spare key.</p>`,
      },
    ]);
    expect(await unreadOf(raw)).toEqual(["She took the spare key."]);
  });

  it("but for the numbers of a numbered form", async () => {
    const facts = Object.entries(complete).map(([label, value], at) => `${at + 1}. | ${label} | ${value}`);
    expect(await unreadOf(aMail({ body: `${facts.join("\r\n")}\r\n` }))).toEqual([]);
  });

  it("but for greetings, signatures and what mail systems add", async () => {
    const body = `[EXTERNAL]\r\n\r\nDear colleague,\r\n\r\n${lines(complete)}\r\nKind regards\r\nPC 1552 Other\r\nTel: 0116 496 0000\r\n\r\nIf you have received it in error, delete it.\r\n`;
    expect(await unreadOf(aMail({ body }))).toEqual([]);
  });

  it("as far as it can be kept, and says where the rest is", async () => {
    const story = Array.from({ length: 400 }, (_, at) => `The neighbour at ${at} Hill Road saw nothing.`);
    const unread = await unreadOf(aMail({ body: `${lines(complete)}\r\n${story.join("\r\n\r\n")}\r\n` }));
    expect(unread.join("").length).toBeLessThan(6_200);
    expect(unread.at(-1)).toMatch(/^\[\d+ more letters were not read: the mail itself holds them all/);
  });
});
