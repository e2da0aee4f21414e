import { expect, it } from "vitest";
import { flagsIn } from "../../../../functions/reading/compact/values/flags.ts";
import { kindEvidence } from "../../../../functions/reading/compact/values/kinds.ts";
import { readRisk } from "../../../../functions/reading/compact/values/risks.ts";
import { extendVocabulary } from "../../../../functions/reading/compact/words/extend-vocabulary.ts";
import { lexiconOf } from "../../../../functions/reading/compact/words/lexicon.ts";
import { vocabulary } from "../../../../functions/reading/compact/words/vocabulary.ts";

const lexicon = lexiconOf(
  extendVocabulary(vocabulary, {
    risks: { medium: ["Standard"] },
    flags: { medical: ["ADHD (severe)", "oxygen  bottle"], exploitation: ["plug"] },
    weakKinds: { found: ["home again"] },
    careStatuses: { "looked-after": ["ward of court"] },
    blanks: ["k.A."],
    yes: ["Ja!"],
    no: ["Nein"],
  }),
);

it("a force's own grade is read, alone and beside others", () => {
  const read = (value: string) => readRisk(value, { lexicon, source: "text", latestYear: 2026 });
  expect(read("Standard")).toEqual({ said: { risk: "medium" } });
  expect(read("Standard → High")).toEqual({ said: { risk: "high" } });
  expect(read("Standard/High")).toEqual({ reason: "unknown-risk" });
});

it("a force's flag is a phrase, matched as whole words and denied like any other", () => {
  expect(flagsIn(["Has adhd (severe) and an oxygen bottle"], lexicon)).toEqual(["medical"]);
  expect(flagsIn(["unplugged the plugs"], lexicon)).toEqual([]);
  expect(flagsIn(["No plug"], lexicon)).toEqual([]);
});

it("kinds, blanks and answers may be added", () => {
  expect(kindEvidence([], "Ellie home again", lexicon).map(({ kind }) => kind)).toEqual(["found"]);
  expect([lexicon.isBlank("k.A."), lexicon.isYes("ja"), lexicon.isNo("NEIN")]).toEqual([true, true, true]);
  expect(lexicon.careStatuses.find(([status]) => status === "looked-after")?.[1]).toContain("ward of court");
});
