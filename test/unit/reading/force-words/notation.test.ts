import { describe, expect, it } from "vitest";
import { labelFields } from "../../../../functions/reading/compact/words/fields.ts";
import { normaliseLabel } from "../../../../functions/reading/compact/words/label-wordings.ts";
import { lexiconOf } from "../../../../functions/reading/compact/words/lexicon.ts";
import { headed, listed, patterns, said } from "../../../../functions/reading/compact/words/notation.ts";
import { vocabulary } from "../../../../functions/reading/compact/words/vocabulary.ts";

describe("the notation of the word lists", () => {
  it("spells out every part of a group, once, over line ends", () => {
    expect(said("(Date|Time|) Found, made\n   off, Found")).toEqual([
      "Date Found",
      "Time Found",
      "Found",
      "made off",
    ]);
  });

  it("spells out a group within a group, and several in one wording", () => {
    expect(said("((a|b)|c) (d|e)")).toEqual(["a d", "a e", "c d", "c e", "b d", "b e"]);
  });

  it("keeps the lists of one heading together, and their marks apart", () => {
    const written = "one: a, b\n two: c\n one last: d,\n  e";
    expect(listed(["one", "two", "three"], written)).toEqual({
      one: ["a", "b", "d", "e"],
      two: ["c"],
      three: [],
    });
    expect(headed(["one", "two"], written).map(({ key, mark }) => [key, mark])).toEqual([
      ["one", undefined],
      ["two", undefined],
      ["one", "last"],
    ]);
  });

  it("refuses a heading nobody knows: its words would be lost", () => {
    expect(() => listed(["one"], "one: a\n on: b")).toThrow("no list of words is called on");
  });

  it("reads a pattern as it is written", () => {
    expect(patterns`
      \bone\b
      ^two,(?:a|b)$
    `).toEqual(["\\bone\\b", "^two,(?:a|b)$"]);
  });
});

describe("the vocabulary", () => {
  it("has no label of two meanings, and words for every meaning", () => {
    const all = labelFields.flatMap((field) =>
      [...new Set(vocabulary.labels[field].map(normaliseLabel))].map((label) => ({ field, label })),
    );
    const twice = [...Map.groupBy(all, ({ label }) => label).values()].filter((fields) => fields.length > 1);
    expect(twice).toEqual([]);
    expect(labelFields.filter((field) => vocabulary.labels[field].length === 0)).toEqual([]);
  });

  it("leaves no wording in its notation", () => {
    const { labels, endings, kinds, weakKinds, careStatuses, blanks, returns, retractions } = vocabulary;
    const words = [labels, endings, kinds, weakKinds, careStatuses].flatMap((lists) =>
      Object.values(lists).flat(),
    );
    expect([...words, ...blanks, ...returns, ...retractions].filter((one) => /[()|,:]/.test(one))).toEqual(
      [],
    );
  });

  it.each([
    ["When last seen", "missingSince"],
    ["Date and time reported to police", "reportedAt"],
    ["When found", "foundAt"],
    ["Date and time returned to placement", "returnedAt"],
    ["Time and date traced", "foundAt"],
  ])("composes %s of parts", (label, field) => {
    expect(lexiconOf().labelOf(label)?.field).toBe(field);
  });
});
