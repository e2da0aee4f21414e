import type { CompactKind, Risk } from "../../../domain/compact/compact.ts";
import type { Lexicon } from "../words/lexicon.ts";
import type { ReadContext } from "./findings.ts";
import { riskSaidIn } from "./risks.ts";

/** What ends an episode. */
export const isEnding = (kind: unknown): boolean => kind === "found" || kind === "cancelled";

/**
 * What a set of phrases comes to. "Missing person located" is a find, "Update: missing person report" an update, and
 * "Update: located" a find, for "update" only says that something is new. Other pairs contradict.
 */
export const settleKinds = (kinds: ReadonlySet<CompactKind>): CompactKind | "conflict" | undefined => {
  const named = new Set(kinds);
  if (named.has("found") || named.has("update") || named.has("cancelled")) named.delete("missing");
  if (named.has("found")) named.delete("update");
  const [only] = named;
  return named.size > 1 ? "conflict" : only;
};

/**
 * A word that says less than a phrase is still not passed over where that could hide what became of the child: a find
 * beside anything, and "missing" beside "absent".
 */
const strongIn = (text: string, lexicon: Lexicon): ReadonlySet<CompactKind> => {
  const strong = lexicon.kindsIn(text);
  if (strong.size === 0 || strong.has("found")) return strong;
  const weak = lexicon.weakKindsIn(text);
  if (weak.has("found")) return new Set([...strong, "found"]);
  return strong.has("absent") && weak.has("missing") ? new Set([...strong, "missing"]) : strong;
};

const kindIn = (text: string, lexicon: Lexicon): CompactKind | "conflict" | undefined =>
  settleKinds(strongIn(text, lexicon)) ?? settleKinds(lexicon.weakKindsIn(text));

export const kindOfField = (value: string, { lexicon }: ReadContext): { said?: Record<string, unknown> } => {
  const kind = kindIn(value, lexicon);
  return kind && kind !== "conflict" ? { said: { kind } } : {};
};

const closed = /^\W*(?:(?:case|record|report|episode)\s+)?(?:closed|resolved|finali[sz]ed|concluded)\b/i;

/** A status stands beside the kind of report: "Missing Person Report" and "Status: Found" contradict each other. */
export const kindOfStatus = (value: string, context: ReadContext): { said?: Record<string, unknown> } => {
  const { said } = kindOfField(value, context);
  if (said) return { said: { "kind.status": said.kind } };
  return closed.test(value) ? { said: { closed: true } } : {};
};

/** "Risk Change: High" is a heading, and names a risk with it. */
export type KindEvidence = { kind: CompactKind; label: string; raw: string; weak: boolean; risk?: Risk };

const classification = /^\W*(?:official(?:[\s-]*sensitive)?|restricted|protect)\b\W*/i;
/** "Found Details" heads a part of a form. */
const part = /\b(?:details?|information|section|only|where|how|by|date|time|location|address)\b/i;

const standsAlone = (text: string): boolean =>
  text.split(/\s+/).filter((word) => !/\d/.test(word)).length <= 3;

/** A heading names the kind with a phrase for it, or with one word standing (nearly) alone. */
const inHeading = (heading: string, lexicon: Lexicon): KindEvidence | undefined => {
  const text = heading.replace(classification, "");
  const strong = settleKinds(strongIn(text, lexicon));
  if (strong && strong !== "conflict" && (lexicon.hasKindPhrase(text) || standsAlone(text))) {
    const risk = riskSaidIn(text, lexicon);
    return { kind: strong, label: "Heading", raw: heading, weak: false, ...(risk ? { risk } : {}) };
  }
  const weak = settleKinds(lexicon.weakKindsIn(text));
  return weak && weak !== "conflict" && standsAlone(text) && !(weak === "found" && part.test(text))
    ? { kind: weak, label: "Heading", raw: heading, weak: true }
    : undefined;
};

const inSubject = (subject: string, lexicon: Lexicon): KindEvidence[] => {
  const strong = strongIn(subject, lexicon);
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

/** One word says less than a phrase, except that it was a find. */
export const kindEvidence = (
  headings: readonly string[],
  subject: string,
  lexicon: Lexicon,
): KindEvidence[] => {
  const all = [
    ...headings.map((heading) => inHeading(heading, lexicon)).filter((one) => one !== undefined),
    ...inSubject(subject, lexicon),
  ];
  return all.some((one) => !one.weak) ? all.filter((one) => !one.weak || one.kind === "found") : all;
};
