import type { KindEvidence } from "./kinds.ts";
import { settleKinds } from "./kinds.ts";
import type { Settled } from "./settle.ts";
import type { CompactKind } from "./types.ts";

export const addKind = (child: Settled, evidence: KindEvidence[], source: string): void => {
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
