import { referencesIn, sameReference } from "./references.ts";
import type { Settled } from "./settle.ts";

const alike = (a: string, b: string): boolean =>
  a.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "") === b.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** A subject's reference stands in for a missing one, and contradicts a different one. */
export const addSubjectReference = (child: Settled, subject: string): void => {
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
  const known = named.some((one) => sameReference(one, stated) || others.some((other) => alike(one, other)));
  if (!known && !alike(subject, stated) && !subject.includes(stated))
    child.reasons.add("conflicting-values:reference");
};
