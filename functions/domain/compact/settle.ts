import { type Finding, type Findings, fieldName, sameValue } from "./findings.ts";
import { joinHalves } from "./join-halves.ts";
import type { Provenance } from "./types.ts";

/** One child's fields decided, each from one place, with what contradicts or cannot be read. */
export type Settled = {
  values: Map<string, unknown>;
  provenance: Record<string, Provenance>;
  reasons: Set<string>;
};

const joinedTexts = new Set(["circumstances", "preventionInterview.summary"]);

const camelCase = (label: string): string =>
  label.toLowerCase().replace(/[^a-z0-9]+(.)?/g, (_, next: string | undefined) => (next ?? "").toUpperCase());

const startsAlike = (a: unknown, b: unknown): boolean => {
  const [one, other] = [String(a).toLowerCase(), String(b).toLowerCase()];
  return one.startsWith(`${other} `) || other.startsWith(`${one} `);
};

/** One incident has a log with each room that took it on, and a child may go by several names. */
const mayBeSeveral = new Set(["incidentNumber", "knownAs"]);

const contradicts = (key: string, chosen: Finding, other: Finding): boolean => {
  if (mayBeSeveral.has(key) || sameValue(chosen.value, other.value)) return false;
  if (other.rank === chosen.rank || key === "surname")
    return !(key === "forenames" && startsAlike(chosen.value, other.value));
  // A child may be seen before it is missing, never after.
  if (key === "missingSince") return Date.parse(String(other.value)) > Date.parse(String(chosen.value));
  return key === "forenames" && !startsAlike(chosen.value, other.value);
};

export const settle = ({ found, reasons }: Findings): Settled => {
  const settled: Settled = { values: new Map(), provenance: {}, reasons: new Set(reasons) };
  const byKey = Map.groupBy(joinHalves(found, settled.reasons), (finding) => finding.key);
  for (const [key, all] of byKey) {
    const ranked = all.length > 1 ? all.toSorted((a, b) => b.rank - a.rank) : all;
    const chosen = ranked[0];
    if (!chosen) continue;
    const name = fieldName(key);
    settled.provenance[name] ??= chosen.from;
    if (key === "warnings")
      settled.values.set(key, [...new Set(all.flatMap((finding) => finding.value as string[]))]);
    else if (ranked.length > 1 && joinedTexts.has(key))
      settled.values.set(key, [...new Set(all.map((finding) => String(finding.value)))].join(" "));
    else settled.values.set(key, chosen.value);
    if (ranked.length === 1 || Array.isArray(chosen.value) || joinedTexts.has(key)) continue;
    for (const other of ranked.slice(1)) {
      if (contradicts(key, chosen, other)) settled.reasons.add(`conflicting-values:${name}`);
      else if (!sameValue(chosen.value, other.value))
        settled.provenance[camelCase(other.from.label)] ??= other.from;
    }
  }
  return settled;
};
