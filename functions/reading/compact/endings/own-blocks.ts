import type { Block, View } from "../document.ts";
import { type Segment, segmentsOf, textOf } from "../forms/segments.ts";
import { type Field, isOfReport } from "../words/fields.ts";
import type { Lexicon } from "../words/lexicon.ts";

const labelsIn = (block: Block, lexicon: Lexicon): Field[] => {
  const written =
    block.kind === "row"
      ? block.cells
      : textOf(block)
          .split(/\s{2,}|\t|[;|]/)
          .map((part) => part.split(":", 1)[0] ?? "");
  return written.flatMap((label) => lexicon.labelOf(label.trim())?.field ?? []);
};

const isReport = ({ blocks }: Segment, lexicon: Lexicon): boolean =>
  new Set(blocks.flatMap((block) => labelsIn(block, lexicon)).filter(isOfReport)).size > 1;

/** What the writer of a mail says: all his own words, and of what is quoted only the report itself where it is no other's. */
export const ownBlocks = (view: View, lexicon: Lexicon): Block[][] => {
  const segments = segmentsOf(view.blocks);
  const own = segments.filter((segment, at) => at === 0 || segment.own);
  const isOwnReport = own.some((segment) => isReport(segment, lexicon));
  const quoted = isOwnReport
    ? undefined
    : segments.find((one) => !own.includes(one) && isReport(one, lexicon));
  // A mail that quotes what nobody knows for a report is read whole: one of its parts is what it is about.
  const others = isOwnReport
    ? []
    : quoted
      ? [quoted]
      : segments.filter((one) => !own.includes(one)).slice(0, 1);
  return [...own, ...others].map(({ blocks }) => blocks);
};
