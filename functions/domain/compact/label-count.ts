import type { ParseResult } from "./compact.ts";

/** Label of what stands in a mail without one. */
export const unlabelled = "words without a label";

/** How many labels a mail has, and how many of them nobody knows. No label's text: that may be a child's name. */
export type LabelCount = { all: number; unrecognised: number };

/** What provenance says where something was read without a label. */
const notLabels = new Set(["", "Heading", "Subject"]);

/** Labels are counted once a child, whatever they gave; hidden text is listed among the unknown and is no label. */
export const countLabels = ({ compacts, unrecognised = [] }: ParseResult): LabelCount => {
  const known = compacts.map(({ provenance }) => {
    const labels = Object.values(provenance).map(({ label }) => label);
    return new Set(labels.filter((label) => !notLabels.has(label))).size;
  });
  const unknown = unrecognised.filter(({ label }) => label !== "hidden text" && label !== unlabelled).length;
  return { all: known.reduce((sum, one) => sum + one, unknown), unrecognised: unknown };
};
