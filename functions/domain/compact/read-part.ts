import { type ChildPairs, pairsByChild } from "./forms/children.ts";
import type { Form } from "./forms/form.ts";
import { unlabelled } from "./forms/form-strays.ts";
import { identifies, type Part } from "./forms/parts.ts";
import type { UnrecognisedLabel } from "./types.ts";
import { addKind } from "./values/add-kind.ts";
import type { Findings } from "./values/findings.ts";
import { type KindEvidence, kindEvidence } from "./values/kinds.ts";
import { readFields } from "./values/read-fields.ts";
import { type Settled, settle } from "./values/settle.ts";
import { addSubjectReference } from "./values/subject-reference.ts";
import type { Lexicon } from "./words/lexicon.ts";

export type PartContext = { lexicon: Lexicon; source: string; subject: string; latestYear: number };
export type PartReading = {
  children: Settled[];
  unrecognised: UnrecognisedLabel[];
  evidence: KindEvidence[];
};

/** A child in a row nobody can read: for a person, like one that says too little. */
const unreadRow = (cells: readonly string[]): Findings => ({
  found: [],
  reasons: [],
  unrecognised: [{ label: "unread row", value: cells.filter(Boolean).join(" | ") }],
});

/** Where several children have headings of their own, each is what its own says; else all are what the mail says. */
const evidenceOf = (
  children: readonly ChildPairs[],
  headings: readonly string[],
  common: KindEvidence[],
  lexicon: Lexicon,
): KindEvidence[][] => {
  const own = children.map((child) => kindEvidence(headings.slice(...child.headings), "", lexicon));
  const isOwn = own.filter((evidence) => evidence.length > 0).length > 1;
  return children.map((_, at) => (isOwn && own[at]?.length ? (own[at] as KindEvidence[]) : common));
};

const newsy = /\b(?:latest|current|update|news|progress|outcome|result|position|now)\b/i;

/** Words without a label that we know, and say the child is back: they may be newer than the form. */
const tellsEnding = ({ unrecognised }: Findings, lexicon: Lexicon): boolean =>
  unrecognised.some(({ label, value }) => {
    if (label !== unlabelled && !newsy.test(label)) return false;
    const kinds = lexicon.kindsIn(value);
    return kinds.has("found") || kinds.has("cancelled");
  });

const stands = ["missing", "absent", "update"];

/** A note above the form, with nothing to divide the two. */
const noteEnds = ({ pairs }: Form, lexicon: Lexicon): boolean =>
  pairs
    .slice(
      0,
      Math.max(
        0,
        pairs.findIndex(({ known }) => known !== undefined),
      ),
    )
    .some(
      ({ label, value }) => label === unlabelled && (lexicon.tellsReturn(value) || lexicon.retracts(value)),
    );

/** "Cancelled" alone among the lines of a report under another title: a heading, or a question nobody answered. */
const endsBelow = ({ headings, pairs }: Form, title: readonly KindEvidence[], lexicon: Lexicon): boolean =>
  kindEvidence(headings.slice(pairs[0]?.headings), "", lexicon).some(
    ({ kind, weak }) =>
      !weak && (kind === "found" || kind === "cancelled") && !title.some((one) => one.kind === kind),
  );

const readChildren = ({ form }: Part, context: PartContext): PartReading => {
  const { lexicon, subject, source } = context;
  const children = pairsByChild(form.pairs);
  const findings = children.map(({ pairs }) => readFields(pairs, context));
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
    if (settled.length === 1) addSubjectReference(child, subject);
    const isNews = isOver || tellsEnding(findings[at] as Findings, lexicon);
    if (isNews && stands.includes(String(child.values.get("kind"))))
      child.reasons.add("conflicting-values:kind");
    if (isUndone) child.reasons.add("conflicting-values:kind");
    for (const field of form.contradicted) child.reasons.add(`conflicting-values:${field}`);
  });
  return { children: settled, unrecognised: findings.flatMap((one) => one.unrecognised), evidence: common };
};

/** What one hand wrote, child by child. */
export const readPart = (part: Part, context: PartContext): PartReading => {
  const reading = readChildren(part, context);
  const { pairs, unread } = part.form;
  const rows = unread.length > 0 ? unread.map(unreadRow) : [];
  const isForm = pairs.some(identifies);
  const named = isForm ? reading.children : reading.children.filter(({ values }) => values.size > 1);
  // Beside no form, words without a label are only a covering note.
  const kept = isForm
    ? reading.unrecognised
    : reading.unrecognised.filter(({ label }) => label !== unlabelled);
  return {
    ...reading,
    children: [...named, ...rows.map(settle)],
    unrecognised: [...kept, ...rows.flatMap((row) => row.unrecognised)],
  };
};
