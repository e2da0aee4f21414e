import type { CompactDraft } from "../../../domain/compact/compact.ts";
import type { Pair } from "../forms/form.ts";
import { holdsTick, tickedOf } from "../forms/ticks.ts";
import type { Lexicon } from "../words/lexicon.ts";
import { type Bag, isKnown, isOnly, saidIn, wordsIn } from "./whole.ts";

/** What a report says already, so that words of the mail that say the same are accounted for. */
export type Claims = {
  /** Whether a line says nothing but what is claimed: one claim after the other, the first and the last perhaps in part. */
  cover: (said: string) => boolean;
  add: (said: string) => void;
  bag: Bag;
};

/** In words: fewer are too easily found in the midst of something that says the opposite. */
const shortestPiece = 3;

/** Stands between two claims. */
const between = "|";

const newClaims = (bag: Bag): Claims => {
  const known = new Set<string>();
  const all: string[] = [between];
  const places = new Map<string, number[]>();
  /** How far what stands at a place goes on as the words do. */
  const runFrom = (place: number, words: readonly string[], at: number): number => {
    let length = 0;
    while (at + length < words.length && all[place + length] === words[at + length]) length += 1;
    return length;
  };
  const cover = (words: readonly string[]): boolean => {
    const reached = new Set([0]);
    for (let at = 0; at < words.length; at += 1) {
      if (!reached.has(at)) continue;
      for (const place of places.get(words[at] ?? "") ?? []) {
        const begins = all[place - 1] === between;
        // Only the first claim of a line may have begun in the line above, and only the last may go on below.
        if (at > 0 && !begins) continue;
        const length = runFrom(place, words, at);
        const ends = all[place + length] === between;
        if (at + length === words.length && (ends || begins || length >= shortestPiece)) return true;
        if (ends) reached.add(at + length);
      }
    }
    return false;
  };
  return {
    bag,
    add: (said) => {
      if (said === "" || known.has(said)) return;
      known.add(said);
      for (const word of said.split(" ")) {
        const at = places.get(word);
        if (at) at.push(all.length);
        else places.set(word, [all.length]);
        all.push(word);
      }
      all.push(between);
    },
    cover: (said) => known.has(said) || cover(said.split(" ")),
  };
};

const textsIn = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : Array.isArray(value)
      ? value.flatMap(textsIn)
      : typeof value === "object" && value !== null
        ? Object.values(value).flatMap(textsIn)
        : [];

const valuesOf = ({ provenance: _, flags: __, ...draft }: CompactDraft): string[] => textsIn(draft);

const namesIn = ({ child, officer, ...report }: CompactDraft): string[] =>
  textsIn([
    [report.reference, report.incidentNumber, report.policePersonId, report.placingAuthority],
    [child.forenames, child.surname, child.knownAs],
    [officer, report.preventionInterview?.officer],
  ]);

/** The words of what was read of one field. */
const ofField = ({ child, ...report }: CompactDraft, name: string): string[] =>
  textsIn(Object.entries({ ...child, ...report }).find(([key]) => key === name)?.[1]).flatMap(wordsIn);

/** A label that asks, and was answered with nothing: "N/K", "CSE: No", a row of boxes of which none is ticked. */
const saysNothing = ({ known, value }: Pair, lexicon: Lexicon): boolean =>
  // "Not known (about 9)" says more.
  (lexicon.isBlank(value) && lexicon.isBlank(saidIn(value))) ||
  (known !== undefined && lexicon.isNo(value)) ||
  (tickedOf(value) === "" && isKnown(value, lexicon));

/** Everything that is a value or a label: what the reports hold, under which labels, and the labels nothing stands beside. */
export const claimsOf = (
  drafts: readonly CompactDraft[],
  pairs: readonly Pair[],
  lexicon: Lexicon,
): Claims => {
  const claims = newClaims(new Set(drafts.flatMap(namesIn).flatMap(wordsIn)));
  const read: { field: string; raw: string }[] = [];
  for (const value of drafts.flatMap(valuesOf)) claims.add(saidIn(value));
  for (const draft of drafts)
    for (const [name, { label, raw }] of Object.entries(draft.provenance)) {
      if (name === "flags") continue;
      const [asked, said] = [saidIn(label), saidIn(raw)];
      claims.add(asked);
      // "High – carrying a knife" is a grade, and more.
      const field = lexicon.labelOf(label)?.field ?? name;
      const bag = (): Bag => new Set([...claims.bag, ...ofField(draft, name)]);
      if (!claims.cover(said) && !isOnly(field, raw, bag(), lexicon)) continue;
      claims.add(said);
      claims.add(`${asked} ${said}`.trim());
      read.push({ field, raw: ` ${said} ` });
    }
  for (const pair of pairs) {
    const { known, label, value } = pair;
    // "Carries knives: -" under a label nobody knows is for a person to see.
    if (!known) continue;
    const asked = saidIn(label);
    claims.add(asked);
    const said = saidIn(value);
    // Half of a time, or the option ticked of several.
    const chosen = ` ${holdsTick(value) ? saidIn(tickedOf(value)) : said} `;
    const isPart = read.some(({ field, raw }) => field === known.field && raw.includes(chosen));
    if (isPart || saysNothing(pair, lexicon)) claims.add(`${asked} ${said}`.trim());
  }
  return claims;
};
