import type { CompactKind } from "../../../domain/compact/compact.ts";
import type { ViewReading } from "../read-view.ts";
import { kindEvidence, settleKinds } from "../values/kinds.ts";
import type { Settled } from "../values/settle.ts";
import type { Lexicon } from "../words/lexicon.ts";
import { withReasons } from "./merge-child.ts";

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
