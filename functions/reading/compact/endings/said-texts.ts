import type { Block, View } from "../document.ts";
import { type Segment, segmentsOf, textOf } from "../forms/segments.ts";
import { type Field, isOfReport, isOfSignature, shapeOf } from "../words/fields.ts";
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

/** Words somebody wrote in one breath; a road or a house may be called anything. */
export type SaidText = {
  text: string;
  isAddress: boolean;
  /** In a paragraph of its own, below all that the form asks. */
  isBelow?: boolean;
};

const labelled = /^\W{0,3}([^:\n]{1,60}?)\s*:(?:\s+|(?=\S))([\s\S]*)$/;
/** A label nobody knows begins something new all the same. */
const newLabel = /^\W{0,3}\p{Lu}[^:\n]{0,40}:\s/u;
/** "Absconded: No", "Created in error? No", "Deceased – N/A". */
const answeredNo =
  /^[^.\n]{1,80}?\s*[:?–—-]\s*(?:no|n|none|nil|n\s?\/?\s?[ak]|false|not applicable|0|\[\s*\]|☐)\W*$/i;

const isAddress = (label: string, lexicon: Lexicon): boolean => shapeOf(lexicon.labelOf(label)) === "address";

/** "Ledshire Police, Void Lane, Ledshire LD1 1AA": names alone up to a postcode, as nobody writes a sentence. */
const unlabelledAddress =
  /^(?:(?:\p{Lu}[\p{L}'’.-]*|\d+\p{L}?|of|the|on|upon|and|&)(?:,? +)){3,14}\p{Lu}{1,2}\d[\p{Lu}\d]? ?\d\p{Lu}{2}$/u;

const saidInLine = (text: string, lexicon: Lexicon): SaidText & { label?: boolean } => {
  if (answeredNo.test(text)) return { text: "", isAddress: false, label: true };
  const [, label = "", value = ""] = labelled.exec(text) ?? [];
  if (!label || !lexicon.labelOf(label))
    return { text, isAddress: text.includes(",") && unlabelledAddress.test(text.trim()) };
  return { text: value, isAddress: isAddress(label, lexicon), label: true };
};

const saidInRow = (cells: readonly string[], heads: readonly string[], lexicon: Lexicon): SaidText[] =>
  cells.flatMap((cell, at) => {
    const before = cells[at - 1] ?? "";
    const head = heads[at] ?? "";
    if (lexicon.labelOf(cell)) return [];
    if (lexicon.isNo(cell) || lexicon.isNo(cells[at + 1] ?? "")) return [];
    const said = saidInLine(cell, lexicon);
    return [{ ...said, isAddress: said.isAddress || isAddress(before, lexicon) || isAddress(head, lexicon) }];
  });

/** Line by line and cell by cell what is said; a sentence that goes on in the next line is one. */
export const saidTexts = (blocks: readonly Block[], lexicon: Lexicon): SaidText[] => {
  const said: SaidText[] = [];
  const lastLabel = blocks.findLastIndex((block) =>
    labelsIn(block, lexicon).some((field) => !isOfSignature(field)),
  );
  let heads: readonly string[] = [];
  let isOpen = false;
  let isBelow = false;
  for (const [at, block] of blocks.entries()) {
    if (lastLabel >= 0 && at > lastLabel && !textOf(block)) isBelow = true;
    if (block.kind === "row") {
      isOpen = false;
      const isHead =
        block.cells.length > 1 && block.cells.every((cell) => lexicon.labelOf(cell) || cell === "");
      if (isHead) heads = block.cells;
      else said.push(...saidInRow(block.cells, heads, lexicon));
      continue;
    }
    const text = textOf(block);
    if (!text) {
      isOpen = false;
      if (block.kind === "gap") heads = [];
      continue;
    }
    const { label, ...line } = saidInLine(text, lexicon);
    const last = said.at(-1);
    if (isOpen && last && !label && !line.isAddress && !last.isAddress && !newLabel.test(text))
      last.text += `\n${line.text}`;
    else said.push(isBelow ? { ...line, isBelow } : line);
    isOpen = true;
  }
  return said.filter(({ text }) => text.trim() !== "");
};
