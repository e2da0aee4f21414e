import type { CompactDraft } from "../../../domain/compact/compact.ts";
import type { OpenedMail } from "../document.ts";
import { isBare } from "../forms/composed.ts";
import type { Pair } from "../forms/form.ts";
import { holdsTick, tickedOf } from "../forms/ticks.ts";
import type { Lexicon } from "../words/lexicon.ts";
import { type Claims, claimsOf } from "./claims.ts";
import { type Furniture, isGreeting, partedFrom } from "./furniture.ts";
import { ownersOf } from "./owners.ts";
import { saidIn } from "./said-in.ts";
import { type ShownLine, shownParts } from "./shown-lines.ts";
import { isOnly } from "./whole.ts";

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
  const kinds = new Set([...lexicon.kindsIn(text), ...lexicon.weakKindsIn(text)]);
  return (
    isOnly("kind", text, bag, lexicon) &&
    (kinds.size === 0 || drafts.some(({ kind }) => kind !== undefined && kinds.has(kind)))
  );
};

/** What it becomes, and of what is left of it the words. */
const becomes = (
  { text, furniture }: ShownLine,
  drafts: readonly CompactDraft[],
  claims: Claims,
  lexicon: Lexicon,
): { became: Became; left?: string }[] => {
  if (furniture) return [{ became: furniture }];
  if (claims.cover(saidIn(text)) || isTitle(text, drafts, claims, lexicon) || lexicon.sectionOf(text))
    return [{ became: "read" }];
  // Over columns, each taken into the label of every cell below it.
  if (text.split(" | ").every(isBare)) return [{ became: "read" }];
  if (holdsTick(text) && tickedOf(text) === "") return [{ became: "read" }];
  if (isGreeting(text)) return [{ became: "greeting" }];
  const { own, systems } = partedFrom(text, lexicon);
  const is = claims.cover(saidIn(own)) ? "read" : "unread";
  return [
    { became: "banner or disclaimer" as const, left: systems },
    { became: is, left: own } as const,
  ].filter(({ left }) => saidIn(left) !== "");
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
      if (saidIn(line.text) === "") continue;
      for (const { became, left = line.text } of becomes(line, drafts, claims, lexicon)) {
        accounted.push({ text: left, became, whose: owners[at] ?? [] });
        // The other view of a body says the same again.
        if (became === "unread") claims.add(saidIn(left));
      }
    }
  }
  return accounted;
};
