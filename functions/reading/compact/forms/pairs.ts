import { type Field, isContact, isOfChild, isOfSignature, isOwner, isPersonal } from "../words/fields.ts";
import type { Lexicon } from "../words/lexicon.ts";
import { answerTo, namesWhoIsAsked } from "./answer.ts";
import type { Cell, Item } from "./cell.ts";
import type { Match } from "./labels.ts";
import { asked, labelsIn, looksLikeHeading, type Meaning, meaningOf } from "./meaning.ts";
import { tickedOf } from "./ticks.ts";

/** So many pairs up it is looked for whose a telephone is. */
const farthest = 8;

const isMobile = (label: string): boolean => /\bmob/i.test(label);

/** Whoever the pairs above were about last: a child's own particulars, or somebody with a telephone of their own. */
const ownerAbove = (
  items: readonly Item[],
  field: Field,
  label: string,
  lexicon: Lexicon,
): string | undefined => {
  let looked = 0;
  for (let at = items.length - 1; at >= 0 && looked < farthest; at -= 1) {
    const item = items[at] as Item;
    if (item.is !== "pair") continue;
    looked += 1;
    const { owner, known, label: above } = item;
    if (owner !== undefined) return owner;
    if (!known) {
      if (lexicon.sectionOf(above) === "others") return above;
      continue;
    }
    if (isOwner(known.field)) return known.field === "school" && isMobile(label) ? undefined : above;
    return field === "homeAddress" || isOfChild(known.field) || isMobile(label) ? undefined : "";
  }
  return undefined;
};

/** Under a heading for somebody else: a school's name under "School" is the child's school all the same. */
export const isTheirs = ({ known }: Match, others: string | undefined): boolean =>
  known !== undefined &&
  others !== undefined &&
  isPersonal(known.field) &&
  !(known.field === "school" && /school|education/i.test(others));

/** A contact right below whoever it belongs to. */
export const ownerOfContact = (
  { label, known }: Match,
  items: readonly Item[],
  lexicon: Lexicon,
): string | undefined =>
  known && isContact(known.field) && lexicon.isUnowned(label)
    ? ownerAbove(items, known.field, label, lexicon)
    : undefined;

/**
 * Below a signature or a disclaimer: where the form goes on after all, and what stood between. Contact lines of a
 * signature use words that are labels in a report.
 */
const belowClosing = (cells: readonly Cell[], from: number, lexicon: Lexicon) => {
  const lines: string[] = [];
  const contacts: Match[] = [];
  for (let next = from; next < cells.length; next += 1) {
    const cell = cells[next] as Cell;
    const labels = labelsIn(cell, lexicon);
    const first = labels.findIndex(({ known }) => known && !isOfSignature(known.field));
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
  return first && second && namesWhoIsAsked(asked(first.label, first.value, first.known), second)
    ? [{ ...first, value: second.value }, ...others]
    : matches;
};

/** What the cells say, label by label: what answers a label is known before the next one is read. */
export const itemsOf = (cells: readonly Cell[], lexicon: Lexicon): Item[] => {
  const items: Item[] = [];
  let at = 0;
  /** A blank line, a rule or a heading stands below the last pair. */
  let apart = false;
  /** Some label was known. */
  let hasForm = false;
  /** Whom the last heading that named somebody else was over. */
  let others: string | undefined;

  const head = (text: string): void => {
    items.push({ is: "heading", text });
    apart = true;
  };
  const add = (match: Match, kind: "words" | undefined, isLast: boolean): Meaning | undefined => {
    const cell = cells[at] as Cell;
    if (match.known && !isTheirs(match, others)) others = undefined;
    const owner = match.known ? (others ?? ownerOfContact(match, items, lexicon)) : undefined;
    const known = owner === undefined ? match.known : undefined;
    hasForm ||= known !== undefined;
    const first = asked(owner ? `${owner}: ${match.label}` : match.label, match.value, known);
    const answer = isLast ? answerTo(first, cells, at, hasForm, lexicon) : undefined;
    const { label, value } = answer?.question ?? first;
    if (answer?.isHeading) head(label);
    else items.push({ is: "pair", kind, label, value, known, apart, owner, cell });
    apart = answer !== undefined && (answer.apart || answer.isHeading === true);
    for (const text of answer?.headings ?? []) head(text);
    at = answer?.next ?? at;
    return answer?.meaning;
  };
  /** The last of several labels in one cell may be answered below. What stands below that is then known already. */
  const addAll = (matches: readonly Match[], kind?: "words"): Meaning | undefined => {
    const named = withNames(matches);
    for (const match of named.slice(0, -1)) add(match, kind, false);
    return add(named.at(-1) as Match, kind, true);
  };
  /** Below a signature the form may go on: what stood between were headings, and below a mere note the child's own. */
  const readRest = (): Meaning | undefined => {
    const { lines, contacts, next, matches } = belowClosing(cells, at + 1, lexicon);
    apart ||= cells.slice(at + 1, next + 1).some(({ gap }) => gap);
    at = next;
    if (matches.length === 0) return undefined;
    for (const line of lines) if (looksLikeHeading(line)) head(line);
    return addAll(hasForm ? matches : [...contacts, ...matches]);
  };
  const read = (meaning: Meaning): Meaning | undefined => {
    if (meaning.is === "closing") return readRest();
    if (meaning.is === "asks") {
      if (meaning.title !== undefined) head(meaning.title);
      return addAll(meaning.matches);
    }
    if (meaning.is === "words")
      return addAll([{ label: "", value: meaning.text, looksLikeLabel: true }], "words");
    if (meaning.is === "section") {
      const { section, text } = meaning;
      others = section === "others" ? text.replace(/:$/, "") : undefined;
      items.push({ is: "section", section, text, cell: cells[at] as Cell });
    }
    if (meaning.is === "title") head(meaning.text);
    apart ||= meaning.is === "section" || meaning.is === "banner";
    at += 1;
    if (meaning.is !== "heading") return undefined;
    const value = answerBelow(cells[at], lexicon);
    others = value === undefined ? undefined : others;
    apart = true;
    if (value !== undefined) return addAll([{ label: meaning.text, value, looksLikeLabel: true }]);
    head(meaning.text);
    return undefined;
  };

  for (let known: Meaning | undefined; at < cells.length; ) {
    const cell = cells[at] as Cell;
    if (!known && cell.gap) apart = true;
    known = read(known ?? meaningOf(cell, { question: undefined, apart, hasForm }, lexicon));
  }
  return items;
};
