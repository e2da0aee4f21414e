import { pairsByChild } from "./children.ts";
import type { View } from "./document.ts";
import { type Form, type Pair, readForm } from "./form.ts";
import { type KindEvidence, kindEvidence, settleKinds } from "./kinds.ts";
import type { Lexicon } from "./lexicon.ts";
import { readFields } from "./read-fields.ts";
import { referencesIn } from "./references.ts";
import { segmentsOf } from "./segments.ts";
import { type Settled, settle } from "./settle.ts";
import type { CompactKind, UnrecognisedLabel } from "./types.ts";

/** One view of a mail read: each child it names, and whom a quoted mail in it says it is from. */
export type ViewReading = {
  children: Settled[];
  unrecognised: UnrecognisedLabel[];
  headingKind?: CompactKind;
  innerFrom?: string;
};

export type ViewContext = { lexicon: Lexicon; subject: string; latestYear: number };

const identifies = ({ known, value }: Pair): boolean =>
  known !== undefined &&
  value !== "" &&
  ["reference", "name", "surname", "dateOfBirth", "forenames"].includes(known.field);

type Part = { form: Form; subject?: string; from?: string };

/** The writer's own words if they are a compact; else the first mail quoted below that is one. */
const partWithCompact = (view: View, lexicon: Lexicon): Part => {
  const parts: Part[] = segmentsOf(view.blocks).map(({ blocks, from, subject }) => ({
    form: readForm(blocks, lexicon),
    ...(from ? { from } : {}),
    ...(subject ? { subject } : {}),
  }));
  return (
    parts.find((part) => part.form.pairs.filter(identifies).length > 1) ??
    parts[0] ?? { form: { pairs: [], headings: [] } }
  );
};

const addKind = (child: Settled, evidence: KindEvidence[], source: string): void => {
  const stated = child.values.get("kind") as CompactKind | undefined;
  const kinds = new Set(evidence.map((one) => one.kind));
  if (stated) kinds.add(stated);
  // Within one line "missing person located" is a find. A subject that says one and a heading that says the other is not.
  const kind = kinds.has("found") && kinds.has("missing") ? "conflict" : settleKinds(kinds);
  if (kind === "conflict") {
    child.values.delete("kind");
    child.reasons.add("conflicting-values:kind");
    return;
  }
  const returned = child.values.has("foundAt") || child.values.has("returnedAt");
  if (kind === "missing" && returned) child.reasons.add("conflicting-values:kind");
  const settled = kind ?? (returned ? "found" : undefined);
  if (!settled) return;
  child.values.set("kind", settled);
  const from = evidence.find((one) => one.kind === settled);
  if (from)
    child.provenance.kind ??= {
      source: from.label === "Subject" ? "subject" : source,
      label: from.label,
      raw: from.raw,
    };
  else
    child.provenance.kind ??= child.provenance.foundAt ??
      child.provenance.returnedAt ?? { source, label: "", raw: "" };
};

const alike = (a: string, b: string): boolean =>
  a.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "") === b.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** A subject's reference stands in for a missing one, and contradicts a different one. */
const addSubjectReference = (child: Settled, subject: string): void => {
  const named = referencesIn(subject);
  const stated = child.values.get("reference");
  if (named.length === 0) return;
  if (typeof stated !== "string") {
    const [only] = named;
    if (named.length > 1 || !only || alike(only, String(child.values.get("incidentNumber") ?? ""))) return;
    child.values.set("reference", only);
    child.provenance.reference = { source: "subject", label: "Subject", raw: subject };
    return;
  }
  const others = ["incidentNumber", "policePersonId"].map((key) => String(child.values.get(key) ?? ""));
  const known = named.some(
    (one) => alike(one, stated) || alike(stated, `${one}`) || others.some((other) => alike(one, other)),
  );
  if (!known && !alike(subject, stated) && !subject.includes(stated))
    child.reasons.add("conflicting-values:reference");
};

export const readView = (view: View, context: ViewContext): ViewReading => {
  const { lexicon, latestYear } = context;
  const { form, subject = context.subject, from } = partWithCompact(view, lexicon);
  const perChild = pairsByChild(form.pairs);
  const findings = perChild.map((pairs) => readFields(pairs, { lexicon, source: view.source, latestYear }));
  const settled = findings.map(settle);
  const evidence = kindEvidence(form.headings, subject, lexicon);
  for (const child of settled) {
    addKind(child, evidence, view.source);
    if (settled.length === 1) addSubjectReference(child, subject);
  }
  const heading = settleKinds(
    new Set(evidence.filter((one) => one.label !== "Subject").map((one) => one.kind)),
  );
  const unrecognised = findings.flatMap((one) => one.unrecognised);
  return {
    children: form.pairs.some(identifies) ? settled : settled.filter((child) => child.values.size > 1),
    unrecognised: [...new Map(unrecognised.map((one) => [`${one.label}\n${one.value}`, one])).values()],
    ...(heading && heading !== "conflict" ? { headingKind: heading } : {}),
    ...(from ? { innerFrom: from } : {}),
  };
};
