import type { CompactDraft } from "../../../domain/compact/compact.ts";
import type { Pair } from "../forms/form.ts";
import { holdsTick, tickedOf } from "../forms/ticks.ts";
import type { Lexicon } from "../words/lexicon.ts";
import { saidIn, wordsIn } from "./said-in.ts";
import { type Bag, isOnly } from "./whole.ts";

/** What a report says already, so that words of the mail that say the same are accounted for. */
export type Claims = {
  /** Whether a line says nothing but what is claimed: one claim after the other, the first and the last perhaps in part. */
  cover: (said: string) => boolean;
  add: (said: string) => void;
  bag: Bag;
};

/** In words: fewer are too easily found in the midst of something that says the opposite. */
const shortestPiece = 3;

/** No line that is pieced together of claims is longer; one that is has to stand in one claim whole. */
const longestLine = 400;

const newClaims = (bag: Bag): Claims => {
  const known = new Map<string, string[][]>();
  let all = "|";
  const startsAt = (words: readonly string[], from: number): number[] =>
    (known.get(words[from] ?? "") ?? [])
      .filter((claim) => claim.every((word, at) => words[from + at] === word))
      .map(({ length }) => from + length);
  const isPieced = (words: readonly string[]): boolean => {
    const reached = new Set([0]);
    // The end of a claim that a line above began.
    for (let end = 1; end < words.length; end += 1)
      if (all.includes(` ${words.slice(0, end).join(" ")} |`)) reached.add(end);
    for (let at = 0; at < words.length; at += 1) {
      if (!reached.has(at)) continue;
      if (at > 0 && all.includes(`| ${words.slice(at).join(" ")} `)) return true;
      for (const end of startsAt(words, at)) reached.add(end);
    }
    return reached.has(words.length);
  };
  return {
    bag,
    add: (said) => {
      const words = said.split(" ");
      const [first] = words;
      if (!first) return;
      const begun = known.get(first) ?? [];
      if (begun.some((claim) => claim.length === words.length && claim.join(" ") === said)) return;
      known.set(first, [...begun, words]);
      all += ` ${said} |`;
    },
    cover: (said) => {
      if (all.includes(`| ${said} `) || all.includes(` ${said} |`)) return true;
      const words = said.split(" ");
      if (words.length >= shortestPiece && all.includes(` ${said} `)) return true;
      return words.length > 1 && words.length <= longestLine && isPieced(words);
    },
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
  lexicon.isBlank(value) || (known !== undefined && lexicon.isNo(value)) || tickedOf(value) === "";

/** Everything that is a value or a label: what the reports hold, under which labels, and the labels nothing stands beside. */
export const claimsOf = (
  drafts: readonly CompactDraft[],
  pairs: readonly Pair[],
  lexicon: Lexicon,
): Claims => {
  const values = drafts.flatMap(valuesOf);
  const bag = new Set(drafts.flatMap(namesIn).flatMap(wordsIn));
  const claims = newClaims(bag);
  const say = (...texts: string[]): void => claims.add(saidIn(texts.join(" ")));
  const read: { field: string; raw: string }[] = [];
  for (const value of values) say(value);
  for (const draft of drafts)
    for (const [name, { label, raw }] of Object.entries(draft.provenance)) {
      if (name === "flags") continue;
      say(label);
      // "High – carrying a knife" is a grade, and more.
      const field = lexicon.labelOf(label)?.field ?? name;
      if (
        !claims.cover(saidIn(raw)) &&
        !isOnly(field, raw, new Set([...bag, ...ofField(draft, name)]), lexicon)
      )
        continue;
      say(raw);
      say(label, raw);
      read.push({ field, raw: ` ${saidIn(raw)} ` });
    }
  for (const pair of pairs) {
    const { known, label, value } = pair;
    if (known) say(label);
    const said = ` ${saidIn(holdsTick(value) ? tickedOf(value) : value)} `;
    // Half of a time, or the option ticked of several.
    const isPart = read.some(({ field, raw }) => field === known?.field && raw.includes(said));
    if (isPart || saysNothing(pair, lexicon)) say(label, value);
  }
  return claims;
};
