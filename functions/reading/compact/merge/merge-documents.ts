import type { CompactKind } from "../../../domain/compact/compact.ts";
import type { ViewReading } from "../read-view.ts";
import { kindEvidence, settleKinds } from "../values/kinds.ts";
import type { Settled } from "../values/settle.ts";
import type { Lexicon } from "../words/lexicon.ts";
import { coversOf, layOver, wordsOfTheWriter } from "./covers.ts";
import { mergeChild, withReasons } from "./merge-child.ts";
import { allUnrecognised } from "./merge-views.ts";
import { pairChildren } from "./pair-children.ts";
import { isAnother, isNamed } from "./same-child.ts";

/** What kind of report a mail calls what is attached to it; weakly, where one word of its subject is all there is. */
export type KindAround = { kind: CompactKind; weak: boolean };

export const kindAround = (body: ViewReading, subject: string, lexicon: Lexicon): KindAround | undefined => {
  const labelled = body.children.find(({ provenance }) => provenance.kind?.source !== "subject")?.values;
  const said = (labelled?.get("kind") as CompactKind | undefined) ?? body.headingKind;
  if (said) return { kind: said, weak: false };
  const evidence = kindEvidence([], subject, lexicon);
  const kind = settleKinds(new Set(evidence.map((one) => one.kind)));
  return kind && kind !== "conflict" ? { kind, weak: evidence.every((one) => one.weak) } : undefined;
};

/** "FW: missing child" goes on over a report that she is found; "Found: Ellie" does not over one that she is missing. */
const contradicts = ({ kind, weak }: KindAround, { values }: Settled): boolean => {
  const inner = values.get("kind") as CompactKind | undefined;
  return inner !== undefined && inner !== kind && !(weak && settleKinds(new Set([kind, inner])) === inner);
};

/** One report of the kind is what the mail is about; the others may be there beside it. */
export const withKindAround = (children: readonly Settled[], around: KindAround | undefined): Settled[] =>
  around && children.length > 0 && children.every((child) => contradicts(around, child))
    ? children.map((child) => withReasons(child, ["conflicting-values:kind"]))
    : [...children];

/** Two accounts that each tell of one child are of the same one, unless they tell two apart. */
const pairsOf = (seen: readonly Settled[], others: readonly Settled[]): Map<Settled, Settled> => {
  const [child, other] = [seen[0], others[0]];
  const alone = seen.length === 1 && others.length === 1;
  return alone && child && other && !isAnother(child, other)
    ? new Map([[child, other]])
    : pairChildren(seen, others);
};

const join = (seen: readonly Settled[], others: readonly Settled[]): Settled[] => {
  const pairs = pairsOf(seen, others);
  const paired = new Set(pairs.values());
  return [
    ...seen.map((child) => {
      const match = pairs.get(child);
      return match ? mergeChild(child, match, "conflicting-values") : child;
    }),
    ...others.filter((other) => !paired.has(other)),
  ];
};

/**
 * The body with the documents attached to it: one form filled in twice, or a form for each child. What names no child
 * (the note around them, a page of circumstances) goes with what does.
 */
export const mergeDocuments = (
  body: ViewReading,
  documents: readonly ViewReading[],
  around: () => KindAround | undefined,
): ViewReading => {
  const all = [body, ...documents];
  const covers = new Set(all.flatMap(coversOf));
  const named = all.map(({ children }) => children.filter((child) => !covers.has(child))).reduce(join, []);
  const merged =
    named.length > 0
      ? [...covers].reduce<Settled[]>((children, cover) => layOver(cover, children), named)
      : all.map(({ children }) => children).reduce(join, []);
  const speaksForItself = body.children.some(isNamed);
  const notes = named.length > 0 ? [...covers].flatMap(wordsOfTheWriter) : [];
  return {
    ...body,
    children: speaksForItself ? merged : withKindAround(merged, around()),
    unrecognised: [...all.reduce(allUnrecognised, []), ...notes],
  };
};
