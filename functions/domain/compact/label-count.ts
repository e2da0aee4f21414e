import type { ParseResult } from "./compact.ts";

/** What stands in place of a label where a mail has words without one. */
export const inPlaceOfLabel = {
  words: "words without a label",
  hidden: "hidden text",
  row: "unread row",
} as const;

/** How many labels a mail has, and how many of them nobody knows. No label's text: that may be a child's name. */
export type LabelCount = { all: number; unrecognised: number };

/** What provenance says where something was read without a label. */
const notLabels = new Set<string>(["", "Heading", "Subject", inPlaceOfLabel.words, inPlaceOfLabel.hidden]);

const isLabel = ({ label }: { label: string }): boolean => !notLabels.has(label);

/** Labels are counted once a child, whatever they gave; hidden text is listed among the unknown and is no label. */
export const countLabels = ({ compacts, unrecognised = [] }: ParseResult): LabelCount => {
  const known = compacts.map(
    ({ provenance }) =>
      new Set(
        Object.values(provenance)
          .filter(isLabel)
          .map(({ label }) => label),
      ).size,
  );
  const unknown = unrecognised.filter(isLabel).length;
  return { all: known.reduce((sum, one) => sum + one, unknown), unrecognised: unknown };
};
