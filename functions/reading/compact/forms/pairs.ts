import { unlabelled } from "../../../domain/compact/label-count.ts";
import type { Lexicon } from "../words/lexicon.ts";
import type { Field } from "../words/vocabulary.ts";
import { answerTo, namesWhoIsAsked } from "./answer.ts";
import type { Cell } from "./cell.ts";
import type { Item, PairItem } from "./item.ts";
import type { Match } from "./labels.ts";
import { asked, labelsIn, looksLikeHeading, type Meaning, meaningOf } from "./meaning.ts";
import { isTheirs, ownerOfContact } from "./owners.ts";
import { tickedOf } from "./ticks.ts";

/** Contact lines of a signature use words that are labels in a report. After a closing they are the signature's. */
const signatureFields = new Set<Field>([
  "phone",
  "officer",
  "station",
  "collarNumber",
  "homeAddress",
  "name",
  "school",
]);

/** Below a signature or a disclaimer: where the form goes on after all, and what stood between. */
const belowClosing = (cells: readonly Cell[], from: number, lexicon: Lexicon) => {
  const lines: string[] = [];
  const contacts: Match[] = [];
  for (let next = from; next < cells.length; next += 1) {
    const cell = cells[next] as Cell;
    const labels = labelsIn(cell, lexicon);
    const first = labels.findIndex(({ known }) => known && !signatureFields.has(known.field));
    const before = first < 0 ? labels : labels.slice(0, first);
    contacts.push(...before.filter(({ known }) => known && known.field !== "phone"));
    if (first >= 0) return { lines: lines.filter(Boolean), contacts, next, matches: labels.slice(first) };
    if (labels.length === 0) lines.push(tickedOf(cell.text));
  }
  return { lines: [], contacts, next: cells.length, matches: [] };
};

/** "Cancelled" over "No", each on its line: a question and its answer. */
const answerBelow = (next: Cell | undefined, lexicon: Lexicon): string | undefined => {
  if (!next || next.asks || !(lexicon.isNo(next.text) || lexicon.isBlank(next.text))) return undefined;
  const { is } = meaningOf(next, { question: undefined, apart: true, hasForm: true }, lexicon);
  return is === "heading" || is === "words" ? next.text : undefined;
};

/** "Officer in case: Name: PC Rowan" on one line. */
const withNames = (matches: readonly Match[]): readonly Match[] => {
  const [first, second, ...others] = matches;
  return first && second && namesWhoIsAsked(asked(first), second)
    ? [{ ...first, value: second.value }, ...others]
    : matches;
};

/** What has been read, and what the cells below it stand under. */
type Read = {
  items: Item[];
  /** A blank line, a rule or a heading stands below the last pair. */
  apart: boolean;
  /** Some label was known. */
  hasForm: boolean;
  /** Whom the last heading that named somebody else was over. */
  others: string | undefined;
  next: number;
  /** What the next cell is, where that is known already. */
  meaning?: Meaning | undefined;
};

const withHeadings = (read: Read, ...texts: string[]): Read => ({
  ...read,
  items: read.items.concat(texts.map((text) => ({ is: "heading", text }))),
  apart: read.apart || texts.length > 0,
});

/** One label with what stands beside it; if it is the last of its cell, with all that answers it below. */
const withPair = (
  read: Read,
  match: Match,
  { cells, at, isLast, lexicon }: { cells: readonly Cell[]; at: number; isLast: boolean; lexicon: Lexicon },
  kind: PairItem["kind"],
): Read => {
  const { items } = read;
  const others = match.known && !isTheirs(match, read.others) ? undefined : read.others;
  const owner = match.known ? (others ?? ownerOfContact(match, items, lexicon)) : undefined;
  const { known, ...unknown } = match;
  const first = asked(
    owner === undefined ? match : { ...unknown, label: owner ? `${owner}: ${match.label}` : match.label },
  );
  const hasForm = read.hasForm || first.known !== undefined;
  const answer = isLast ? answerTo(first, cells, at, hasForm, lexicon) : undefined;
  const { label, value } = answer?.question ?? first;
  if (answer?.isHeading) items.push({ is: "heading", text: label });
  else
    items.push({
      is: "pair",
      kind,
      label,
      value,
      ...(owner !== undefined ? { owner } : known ? { known } : {}),
      apart: read.apart,
      cell: cells[at] as Cell,
    });
  for (const text of answer?.headings ?? []) items.push({ is: "heading", text });
  return {
    items,
    others,
    hasForm,
    apart: answer !== undefined && (answer.apart || answer.isHeading === true || answer.headings.length > 0),
    next: answer?.next ?? read.next,
    meaning: answer?.meaning,
  };
};

const withPairs = (
  read: Read,
  matches: readonly Match[],
  cells: readonly Cell[],
  lexicon: Lexicon,
  kind: PairItem["kind"] = "labelled",
): Read => {
  const named = withNames(matches);
  const at = read.next;
  return named.reduce(
    (all, match, n) => withPair(all, match, { cells, at, isLast: n === named.length - 1, lexicon }, kind),
    read,
  );
};

/** The form goes on below a signature: what stood between were headings, and below a mere note the child's own. */
const withRest = (read: Read, cells: readonly Cell[], lexicon: Lexicon): Read => {
  const { lines, contacts, next, matches } = belowClosing(cells, read.next + 1, lexicon);
  if (matches.length === 0) return { ...read, next };
  const apart = read.apart || cells.slice(read.next + 1, next + 1).some(({ gap }) => gap);
  const headed = withHeadings({ ...read, next, apart }, ...lines.filter(looksLikeHeading));
  return withPairs(headed, read.hasForm ? matches : [...contacts, ...matches], cells, lexicon);
};

const withHeading = (read: Read, text: string, cells: readonly Cell[], lexicon: Lexicon): Read => {
  const value = answerBelow(cells[read.next + 1], lexicon);
  if (value === undefined) return { ...withHeadings(read, text), others: undefined, next: read.next + 1 };
  const match = { label: text, value, looksLikeLabel: true };
  return withPairs({ ...read, apart: true, next: read.next + 1 }, [match], cells, lexicon);
};

const readNext = (read: Read, meaning: Meaning, cells: readonly Cell[], lexicon: Lexicon): Read => {
  const next = read.next + 1;
  switch (meaning.is) {
    case "asks":
      return withPairs(
        meaning.title === undefined ? read : withHeadings(read, meaning.title),
        meaning.matches,
        cells,
        lexicon,
      );
    case "words":
      return withPairs(
        read,
        [{ label: unlabelled, value: meaning.text, looksLikeLabel: true }],
        cells,
        lexicon,
        "words",
      );
    case "heading":
      return withHeading(read, meaning.text, cells, lexicon);
    case "title":
      return { ...withHeadings(read, meaning.text), next };
    case "section": {
      const { section, text } = meaning;
      const others = section === "others" ? text.replace(/:$/, "") : undefined;
      return {
        ...read,
        items: [...read.items, { is: "section", section, text, cell: cells[read.next] as Cell }],
        others,
        apart: true,
        next,
      };
    }
    case "closing":
      return withRest(read, cells, lexicon);
    default:
      return { ...read, apart: read.apart || meaning.is === "banner", next };
  }
};

/** What the cells say, label by label: what answers a label is known before the next one is read. */
export const itemsOf = (cells: readonly Cell[], lexicon: Lexicon): Item[] => {
  let read: Read = { items: [], apart: false, hasForm: false, others: undefined, next: 0 };
  while (read.next < cells.length) {
    const cell = cells[read.next] as Cell;
    const apart = read.apart || (cell.gap && read.meaning === undefined);
    const meaning =
      read.meaning ?? meaningOf(cell, { question: undefined, apart, hasForm: read.hasForm }, lexicon);
    read = readNext({ ...read, apart, meaning: undefined }, meaning, cells, lexicon);
  }
  return read.items;
};
