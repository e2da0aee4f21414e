import type { CompactDraft } from "../../../domain/compact/compact.ts";
import type { OpenedMail } from "../document.ts";
import { isBare } from "../forms/composed.ts";
import type { Pair } from "../forms/form.ts";
import { holdsTick, tickedOf } from "../forms/ticks.ts";
import type { ChildReading } from "../read-compacts.ts";
import type { Lexicon } from "../words/lexicon.ts";
import { type Claims, claimsOf } from "./claims.ts";
import { ownersOf } from "./owners.ts";
import { type Furniture, isGreeting, partedFrom, type ShownLine, shownParts } from "./shown-lines.ts";
import { isKnown, isOnly, saidIn, saysAWord } from "./whole.ts";

/** What became of a line: it is in a value or a label, it is no part of the report, or nobody read it. */
export type Became = "read" | "unread" | Furniture;

export type Accounted = {
  text: string;
  became: Became;
  /** The reports it stands with, by their place. */
  whose: readonly number[];
};

/** "MISSING PERSON REPORT", "FW: Found – MP/26/004417 – ASHDOWN": nothing but which report it is, and whose. */
const isTitle = (
  text: string,
  drafts: readonly CompactDraft[],
  { bag }: Claims,
  lexicon: Lexicon,
): boolean => {
  if (!isOnly("kind", text, bag, lexicon)) return false;
  const kinds = new Set([...lexicon.kindsIn(text), ...lexicon.weakKindsIn(text)]);
  return kinds.size === 0 || drafts.some(({ kind }) => kind !== undefined && kinds.has(kind));
};

/** "Child 2", "2. Tom ASHDOWN", "Next of kin": a section's name, and nothing that goes on behind it. */
const isHeading = (text: string, { bag }: Claims, lexicon: Lexicon): boolean => {
  const section = lexicon.sectionOf(text);
  return section === "others" || (section !== undefined && isOnly("section", text, bag, lexicon));
};

/** What it becomes, and of what is left of it the words. */
const becomes = (
  { text, furniture }: ShownLine,
  drafts: readonly CompactDraft[],
  claims: Claims,
  lexicon: Lexicon,
): { became: Became; left?: string }[] => {
  if (furniture) return [{ became: furniture }];
  const isNumbered = (number: string): boolean =>
    number !== "" && claims.cover(saidIn(text.slice(number.length)));
  const numbered = (number: string): { became: Became; left: string }[] => [
    { became: "numbering", left: number },
    { became: "read", left: text.slice(number.length) },
  ];
  const number = /^\W*\d{1,2}[.)]?[\s|]+(?=\p{L})/u.exec(text)?.[0] ?? "";
  // "4. FOUND" is a label too, with its number.
  if (/[.)]/.test(number) && isNumbered(number)) return numbered(number);
  if (
    claims.cover(saidIn(text)) ||
    isTitle(text, drafts, claims, lexicon) ||
    isHeading(text, claims, lexicon)
  )
    return [{ became: "read" }];
  if (isNumbered(number)) return numbered(number);
  // Over columns, each taken into the label of every cell below it.
  if (text.split(" | ").every(isBare)) return [{ became: "read" }];
  if (holdsTick(text) && tickedOf(text) === "" && isKnown(text, lexicon)) return [{ became: "read" }];
  if (isGreeting(text)) return [{ became: "greeting" }];
  const { own, systems } = partedFrom(text, lexicon);
  if (systems === "") return [{ became: "unread" }];
  const is = claims.cover(saidIn(own)) ? "read" : "unread";
  return [
    { became: "banner or disclaimer" as const, left: systems },
    { became: is, left: own } as const,
  ].filter(({ left }) => saysAWord(left));
};

/**
 * Every line a mail shows, with what became of it: what is in no value, under no label and no furniture is unread. It is
 * asked of what the reports hold in the end, so nothing that any step in between let fall is taken for read.
 */
export const accountFor = (
  mail: OpenedMail,
  drafts: readonly CompactDraft[],
  pairs: readonly Pair[],
  lexicon: Lexicon,
): Accounted[] => {
  const claims = claimsOf(drafts, pairs, lexicon);
  const accounted: Accounted[] = [];
  for (const { lines } of shownParts(mail, lexicon)) {
    const owners = ownersOf(lines, drafts);
    for (const [at, line] of lines.entries()) {
      if (!saysAWord(line.text)) continue;
      for (const { became, left = line.text } of becomes(line, drafts, claims, lexicon)) {
        accounted.push({ text: left, became, whose: owners[at] ?? [] });
        // The other view of a body says the same again.
        if (became === "unread") claims.add(saidIn(left));
      }
    }
  }
  return accounted;
};

/** In letters: beyond it a report would fill the record it is kept in. */
export const mostUnread = 6_000;

/** As much as is kept, and where the rest is. */
const bounded = (texts: readonly string[]): string[] => {
  let length = 0;
  const end = texts.findIndex((text) => {
    length += text.length;
    return length > mostUnread;
  });
  if (end < 0) return [...texts];
  const before = texts.slice(0, end).reduce((sum, text) => sum + text.length, 0);
  const cut = (texts[end] ?? "").slice(0, mostUnread - before);
  const left = texts.slice(end).reduce((sum, text) => sum + text.length, -cut.length);
  return [
    ...texts.slice(0, end),
    ...(cut ? [`${cut} …`] : []),
    `[${left} more letters were not read: the mail itself holds them all, kept as it came]`,
  ];
};

/** Each report with the words of its mail that became nothing else, as they stand there. */
export const withUnread = (
  children: readonly ChildReading[],
  accounted: readonly Accounted[],
): ChildReading[] => {
  const left = accounted.filter(({ became }) => became === "unread");
  return children.map((child, at) => {
    const unread = left.filter(({ whose }) => whose.includes(at)).map(({ text }) => text);
    return unread.length > 0 ? { ...child, draft: { ...child.draft, unread: bounded(unread) } } : child;
  });
};
