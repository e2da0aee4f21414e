import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CompactDraft } from "../../../../functions/domain/compact/compact.ts";
import { anyFacts, anyFamily, brotherOf, firstOf, reports } from "../facts.ts";
import { read } from "../mails.ts";
import { layouts, layoutsOfSeveral } from "./layouts.ts";

const withoutProvenance = ({ provenance: _, ...facts }: CompactDraft) => facts;

/** Law 1: what is no fact of the report stands with it, unread. */
const saying = <T extends object>(compact: T, says: string | undefined) =>
  says ? { ...compact, unread: [says] } : compact;

const banner = ["[EXTERNAL]", "OFFICIAL-SENSITIVE"];
const closing = [
  "Kind regards",
  "PC 1552 Other",
  "Located Persons Unit",
  "Station: Elsewhere",
  "Tel: 0116 496 0000",
  "This e-mail and any attachment is intended for the addressee only.",
  "If you have received it in error: delete it.",
];

const inOnePart = layouts.filter(({ render }) => !render([], "").includes("multipart/"));

describe.each(reports)("the same facts of a report of kind $kind give the same compact", (report) => {
  it.each(layouts)("set as $name", async ({ render, says }) => {
    const { result } = await read(render(firstOf(report), report.titles[0]));
    expect(result.reasons).toEqual([]);
    expect(result.compacts.map(withoutProvenance)).toEqual([saying(report.compact, says)]);
    expect(result.unrecognised).toBeUndefined();
  });

  it.each(inOnePart)(
    "set as $name, under a banner and over a signature and a disclaimer",
    async ({ render, says }) => {
      const raw = render(firstOf(report), report.titles[0]).toString();
      if (raw.includes("multipart/")) return;
      const [head = "", ...body] = raw.split("\r\n\r\n");
      const [above, below] = raw.includes("text/html")
        ? [banner, closing].map((lines) => `<p>${lines.join("<br>")}</p>`)
        : [banner, closing].map((lines) => `\r\n${lines.join("\r\n")}\r\n\r\n`);
      const { result } = await read(Buffer.from(`${head}\r\n\r\n${above}${body.join("\r\n\r\n")}${below}`));
      expect(result.compacts.map(withoutProvenance)).toEqual([saying(report.compact, says)]);
      expect(result.unrecognised).toBeUndefined();
    },
  );

  const titles = fc.constantFrom(...report.titles);

  it("in any layout, in any order, under any synonym, with any date form", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...layouts),
        anyFacts(report),
        titles,
        async ({ render, says }, facts, title) => {
          const { result } = await read(render(facts, title));
          expect(result.compacts.map(withoutProvenance)).toEqual([saying(report.compact, says)]);
          expect(result.status).toBe("accepted");
        },
      ),
      { numRuns: 200 },
    );
  });

  it("of two children too, each with its own", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...layoutsOfSeveral),
        anyFamily(report),
        titles,
        async ({ render, says }, facts, title) => {
          const { result } = await read(render(facts, title));
          expect(result.compacts.map(withoutProvenance)).toEqual(
            [report.compact, brotherOf(report)].map((one) => saying(one, says)),
          );
          expect(result).toMatchObject({ status: "accepted", reasons: [] });
        },
      ),
      { numRuns: 100 },
    );
  });
});
