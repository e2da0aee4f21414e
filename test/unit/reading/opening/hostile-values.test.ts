import { expect, it } from "vitest";
import { readFields } from "../../../../functions/reading/compact/values/read-fields.ts";
import { lexiconOf } from "../../../../functions/reading/compact/words/lexicon.ts";
import type { Field } from "../../../../functions/reading/compact/words/vocabulary.ts";
import { HONEST_MS, onProcessor } from "../../../builders/processor-time.ts";

const context = { lexicon: lexiconOf(), source: "text", latestYear: 2026 };
const fields: Field[] = [
  "kind",
  "name",
  "surname",
  "reference",
  "sex",
  "risk",
  "missingSince",
  "dateOfBirth",
  "preventionInterview",
  "officer",
  "phone",
  "warnings",
];

it.each(["(", " ", "-", "1 ", "14/11/2026 ", "12:30-", "PC 1 ", "and ", "at "])(
  "a value of %s over and over is answered",
  (seed) => {
    const value = `${seed.repeat(100_000)}x`;
    const pairs = fields.map((field) => ({
      label: "L",
      value,
      known: { field, rank: 1 },
      headings: 0,
      apart: false,
    }));
    const { answer, ms } = onProcessor(() => readFields(pairs, context));
    expect(answer.found.length).toBeLessThanOrEqual(pairs.length * 4);
    expect(ms).toBeLessThan(HONEST_MS);
  },
);
