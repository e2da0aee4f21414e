import type { Unread } from "./document.ts";
import { type ChildPairs, pairsByChild } from "./forms/children.ts";
import { identifies, type Part } from "./forms/parts.ts";
import { endsBelow, noteEnds, stands, tellsEnding } from "./news.ts";
import { locateDay } from "./times/moments.ts";
import { addKind } from "./values/add-kind.ts";
import type { Findings } from "./values/findings.ts";
import { type KindEvidence, kindEvidence } from "./values/kinds.ts";
import { readFields } from "./values/read-fields.ts";
import { type Settled, settle } from "./values/settle.ts";
import { addSubjectBirth, addSubjectReference } from "./values/subject-reference.ts";
import type { Lexicon } from "./words/lexicon.ts";

export type PartContext = { lexicon: Lexicon; source: string; latestYear: number };
export type PartReading = {
  children: Settled[];
  unrecognised: Unread[];
  evidence: KindEvidence[];
};

/** A child in a row nobody can read: for a person, like one that says too little. */
const unreadRow = (cells: readonly string[]): Findings => ({
  found: [],
  reasons: [],
  unrecognised: [{ kind: "row", label: "", value: cells.filter(Boolean).join(" | ") }],
});

/** Where several children have headings of their own, each is what its own says; else all are what the mail says. */
const evidenceOf = (
  children: readonly ChildPairs[],
  headings: readonly string[],
  common: KindEvidence[],
  lexicon: Lexicon,
): KindEvidence[][] => {
  if (children.length === 1) return [common];
  const own = children.map((child) => kindEvidence(headings.slice(...child.headings), "", lexicon));
  const isOwn = own.filter((evidence) => evidence.length > 0).length > 1;
  return children.map((_, at) => (isOwn && own[at]?.length ? (own[at] as KindEvidence[]) : common));
};

const settleChildren = (
  { form }: Part,
  children: readonly ChildPairs[],
  findings: readonly Findings[],
  subject: string,
  { lexicon, source, latestYear }: PartContext,
): Pick<PartReading, "children" | "evidence"> => {
  const settled = findings.map(settle);
  const title = kindEvidence(form.headings.slice(0, form.pairs[0]?.headings), subject, lexicon);
  const common = title.length > 0 ? title : kindEvidence(form.headings, subject, lexicon);
  const evidence = evidenceOf(children, form.headings, common, lexicon);
  const isOne = children.length === 1;
  const isUndone = isOne && title.length > 0 && endsBelow(form, title, lexicon);
  const isOver = isOne && noteEnds(form, lexicon);
  settled.forEach((child, at) => {
    // Of several children each row's own word counts, not the one the mail goes by.
    const states = settled.length > 1 && child.values.has("kind");
    addKind(child, states ? [] : (evidence[at] ?? []), source);
    if (settled.length === 1) {
      addSubjectReference(child, subject);
      addSubjectBirth(child, subject, (text) => locateDay(text, latestYear, lexicon.moments)?.day);
    }
    const isNews = isOver || tellsEnding(findings[at] as Findings, lexicon);
    if (isNews && stands.includes(String(child.values.get("kind"))))
      child.reasons.add("conflicting-values:kind");
    if (isUndone) child.reasons.add("conflicting-values:kind");
    for (const field of form.contradicted) child.reasons.add(`conflicting-values:${field}`);
  });
  return { children: settled, evidence: common };
};

const withSubject = (
  part: Part,
  children: readonly ChildPairs[],
  findings: readonly Findings[],
  subject: string,
  context: PartContext,
): PartReading => {
  const reading = settleChildren(part, children, findings, subject, context);
  const { pairs, unread } = part.form;
  const rows = unread.length > 0 ? unread.map(unreadRow) : [];
  const unrecognised = findings.flatMap((one) => one.unrecognised);
  const isForm = pairs.some(identifies);
  const named = isForm ? reading.children : reading.children.filter(({ values }) => values.size > 1);
  // Beside no form, words without a label are only a covering note.
  const kept = isForm ? unrecognised : unrecognised.filter(({ kind }) => kind !== "words");
  return {
    ...reading,
    children: [...named, ...rows.map(settle)],
    unrecognised: [...kept, ...rows.flatMap((row) => row.unrecognised)],
  };
};

/** What one hand wrote, child by child, as far as it says so itself: what its subject adds comes later. */
export const readPart = (part: Part, context: PartContext): ((subject: string) => PartReading) => {
  const children = pairsByChild(part.form.pairs);
  const findings = children.map(({ pairs }) => readFields(pairs, context));
  return (subject) => withSubject(part, children, findings, subject, context);
};
