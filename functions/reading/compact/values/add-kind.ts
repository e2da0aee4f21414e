import type { CompactKind } from "../../../domain/compact/compact.ts";
import { decideKind } from "./decide-kind.ts";
import type { KindEvidence } from "./kinds.ts";
import type { Settled } from "./settle.ts";

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
