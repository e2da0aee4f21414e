import type { Unread } from "./document.ts";
import { type ChildPairs, pairsByChild } from "./forms/children.ts";
import type { Form } from "./forms/form.ts";
import { identifies, type Part } from "./forms/parts.ts";
import { locateDay } from "./times/moments.ts";
import { addKind } from "./values/add-kind.ts";
import type { Findings } from "./values/findings.ts";
import { isEnding, type KindEvidence, kindEvidence } from "./values/kinds.ts";
import { readFields } from "./values/read-fields.ts";
import { type Settled, settle } from "./values/settle.ts";
import { addSubjectBirth, addSubjectReference } from "./values/subject-reference.ts";
import type { Lexicon } from "./words/lexicon.ts";

const newsy = /\b(?:latest|current|update|news|progress|outcome|result|position|now)\b/i;

/** Words without a label that we know, and say the child is back: they may be newer than the form. */
export const tellsEnding = ({ unrecognised }: Findings, lexicon: Lexicon): boolean =>
  unrecognised.some(({ kind, label, value }) => {
    if (kind !== "words" && !newsy.test(label)) return false;
    return [...lexicon.kindsIn(value)].some(isEnding);
  });

export const stands = ["missing", "absent", "update"];

/** A note above the form, with nothing to divide the two. */
export const noteEnds = ({ pairs }: Form, lexicon: Lexicon): boolean => {
  const note = pairs.slice(
    0,
    Math.max(
      0,
      pairs.findIndex(({ known }) => known !== undefined),
    ),
  );
  return note.some(
    ({ kind, value }) => kind === "words" && (lexicon.tellsReturn(value) || lexicon.retracts(value)),
  );
};

/** "Cancelled" alone among the lines of a report under another title: a heading, or a question nobody answered. */
export const endsBelow = (
  { headings, pairs }: Form,
  title: readonly KindEvidence[],
  lexicon: Lexicon,
): boolean =>
  kindEvidence(headings.slice(pairs[0]?.headings), "", lexicon).some(
    ({ kind, weak }) => !weak && isEnding(kind) && !title.some((one) => one.kind === kind),
  );

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
