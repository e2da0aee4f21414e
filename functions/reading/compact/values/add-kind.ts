import type { CompactKind } from "../../../domain/compact/compact.ts";
import { type KindEvidence, settleKinds } from "./kinds.ts";
import type { Settled } from "./settle.ts";

type Sources = {
  evidence: readonly KindEvidence[];
  /** What the form's own fields say. */
  stated: readonly CompactKind[];
  /** A time of return, or a record said to be closed. */
  ended: "returned" | "closed" | undefined;
};

const contradict = (told: ReadonlySet<CompactKind>, stated: ReadonlySet<CompactKind>): boolean => {
  const kinds = new Set([...told, ...stated]);
  if (kinds.has("missing") && kinds.has("found")) return true;
  return stated.has("cancelled") && told.has("missing") && !told.has("cancelled");
};

/**
 * Within one line "missing person located" is a find. A subject that says one, and a heading, a field or a time of
 * return that says the other, are for a person: a find is never lost under a report that only says "update".
 */
export const decideKind = ({ evidence, stated, ended }: Sources): CompactKind | "conflict" | undefined => {
  const told = new Set(evidence.map((one) => one.kind));
  const said = new Set(stated);
  const kind = contradict(told, said) ? "conflict" : settleKinds(new Set([...told, ...said]));
  if (kind === undefined) return ended === "returned" ? "found" : undefined;
  return ended && kind !== "found" && kind !== "cancelled" ? "conflict" : kind;
};

export const addKind = (child: Settled, evidence: KindEvidence[], source: string): void => {
  const { values, provenance } = child;
  for (const { risk, label, raw } of evidence) {
    if (!risk) continue;
    if (values.has("risk") && values.get("risk") !== risk) child.reasons.add("conflicting-values:risk");
    values.set("risk", values.get("risk") ?? risk);
    provenance.risk ??= { source, label, raw };
  }
  const stated = ["kind", "kind.status"].flatMap((key) => (values.get(key) as CompactKind | undefined) ?? []);
  const returned = values.has("foundAt") || values.has("returnedAt");
  const ended = returned ? "returned" : values.has("closed") ? "closed" : undefined;
  const kind = decideKind({ evidence, stated, ended });
  if (kind === "conflict") {
    values.delete("kind");
    child.reasons.add("conflicting-values:kind");
  }
  if (!kind || kind === "conflict") return;
  values.set("kind", kind);
  const from = evidence.find((one) => one.kind === kind);
  const told = from && {
    source: from.label === "Subject" ? "subject" : source,
    label: from.label,
    raw: from.raw,
  };
  const field = stated.includes(kind) ? provenance.kind : undefined;
  provenance.kind = field ??
    told ??
    provenance.foundAt ??
    provenance.returnedAt ?? { source, label: "", raw: "" };
};
