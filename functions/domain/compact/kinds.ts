import type { Lexicon } from "./lexicon.ts";
import type { ReadContext } from "./read-context.ts";
import type { CompactKind } from "./types.ts";

/** What a set of phrases comes to. "Missing person located" is a find, "Update: missing person report" an update; other pairs contradict. */
export const settleKinds = (kinds: ReadonlySet<CompactKind>): CompactKind | "conflict" | undefined => {
  const named = new Set(kinds);
  if (named.has("found") || named.has("update") || named.has("cancelled")) named.delete("missing");
  const [only] = named;
  return named.size > 1 ? "conflict" : only;
};

const kindIn = (text: string, lexicon: Lexicon): CompactKind | "conflict" | undefined =>
  settleKinds(lexicon.kindsIn(text)) ?? settleKinds(lexicon.weakKindsIn(text));

export const kindOfField = (value: string, { lexicon }: ReadContext): { said?: Record<string, unknown> } => {
  const kind = kindIn(value, lexicon);
  return kind && kind !== "conflict" ? { said: { kind } } : {};
};

export type KindEvidence = { kind: CompactKind; label: string; raw: string; weak: boolean };

const classification = /^\W*(?:official(?:[\s-]*sensitive)?|restricted|protect)\b\W*/i;

const standsAlone = (text: string): boolean =>
  text.split(/\s+/).filter((word) => !/\d/.test(word)).length <= 3;

/** A heading names the kind with a phrase for it, or with one word standing (nearly) alone. */
const inHeading = (heading: string, lexicon: Lexicon): KindEvidence | undefined => {
  const text = heading.replace(classification, "");
  const strong = settleKinds(lexicon.kindsIn(text));
  if (strong && strong !== "conflict" && (lexicon.hasKindPhrase(text) || standsAlone(text)))
    return { kind: strong, label: "Heading", raw: heading, weak: false };
  const weak = settleKinds(lexicon.weakKindsIn(text));
  return weak && weak !== "conflict" && standsAlone(text)
    ? { kind: weak, label: "Heading", raw: heading, weak: true }
    : undefined;
};

const inSubject = (subject: string, lexicon: Lexicon): KindEvidence[] => {
  const strong = lexicon.kindsIn(subject);
  const settled = settleKinds(strong);
  const evidence = (kind: CompactKind, weak: boolean): KindEvidence => ({
    kind,
    label: "Subject",
    raw: subject,
    weak,
  });
  if (settled === "conflict") return [...strong].map((kind) => evidence(kind, false));
  if (settled) return [evidence(settled, false)];
  const weak = settleKinds(lexicon.weakKindsIn(subject));
  return weak && weak !== "conflict" ? [evidence(weak, true)] : [];
};

export const kindEvidence = (
  headings: readonly string[],
  subject: string,
  lexicon: Lexicon,
): KindEvidence[] => {
  const all = [
    ...headings.map((heading) => inHeading(heading, lexicon)).filter((one) => one !== undefined),
    ...inSubject(subject, lexicon),
  ];
  const strong = all.filter((one) => !one.weak);
  return strong.length > 0 ? strong : all;
};
