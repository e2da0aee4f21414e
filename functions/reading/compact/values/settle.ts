import type { Provenance } from "../../../domain/compact/compact.ts";
import { type Dispute, disputeOf } from "../../../domain/compact/dispute.ts";
import { type Finding, type Findings, fieldName, isSameName, sameValue, startsAlike } from "./findings.ts";
import { joinHalves, joinOf } from "./join.ts";

/** One child's fields decided, each from one place, with what contradicts or cannot be read. */
export type Settled = {
  values: Map<string, unknown>;
  provenance: Record<string, Provenance>;
  reasons: Set<string>;
  /** Fields whose label stands there with nothing beside it, by the key they would have. */
  blanks?: ReadonlySet<string>;
  /** The values of what is said in two ways. */
  disputes?: readonly Dispute[];
};

const camelCase = (label: string): string =>
  label.toLowerCase().replace(/[^a-z0-9]+(.)?/g, (_, next: string | undefined) => (next ?? "").toUpperCase());

/** One incident has a log with each room that took it on, and a child may go by several names. */
const mayBeSeveral = new Set(["incidentNumber", "knownAs"]);

const holds = (a: unknown, b: unknown): boolean =>
  String(a).toLowerCase().includes(String(b).toLowerCase()) ||
  String(b).toLowerCase().includes(String(a).toLowerCase());

const contradicts = (key: string, chosen: Finding, other: Finding): boolean => {
  // "Beaumont Leys" is the station of "Beaumont Leys LPU", and "Rowan" PC Rowan.
  if ((key === "officer.station" || key === "officer.name") && holds(chosen.value, other.value)) return false;
  if (mayBeSeveral.has(key) || sameValue(chosen.value, other.value)) return false;
  if (isSameName(key, chosen.value, other.value)) return false;
  if (other.rank === chosen.rank || key === "surname")
    return !(key === "forenames" && startsAlike(chosen.value, other.value));
  // A child may be seen before it is missing, never after.
  if (key === "missingSince") return Date.parse(String(other.value)) > Date.parse(String(chosen.value));
  return key === "forenames" && !startsAlike(chosen.value, other.value);
};

/** "LAC: No" and "Care Leaver: Yes" are both true of a young person who has left care, and the second says it. */
const careLeaver = (key: string, all: readonly Finding[]): Finding | undefined =>
  key === "careStatus" && all.every(({ value }) => value === "care-leaver" || value === "not-looked-after")
    ? all.find(({ value }) => value === "care-leaver")
    : undefined;

/** What else was said: a contradiction, or kept under its own label. */
const weigh = (key: string, chosen: Finding, others: readonly Finding[], settled: Settled): void => {
  for (const other of others) {
    if (contradicts(key, chosen, other)) {
      settled.reasons.add(`conflicting-values:${fieldName(key)}`);
      settled.disputes = [...(settled.disputes ?? []), ...disputeOf(key, chosen.value, other.value)];
    } else if (!sameValue(chosen.value, other.value))
      settled.provenance[camelCase(other.from.label)] ??= other.from;
  }
};

export const settle = ({ found, reasons, blanks }: Findings): Settled => {
  const settled: Settled = { values: new Map(), provenance: {}, reasons: new Set(reasons) };
  if (blanks) settled.blanks = blanks;
  const byKey = Map.groupBy(joinHalves(found, settled.reasons), (finding) => finding.key);
  for (const [key, all] of byKey) {
    const ranked = all.length > 1 ? all.toSorted((a, b) => b.rank - a.rank) : all;
    const several = all.length > 1 ? careLeaver(key, ranked) : undefined;
    const chosen = several ?? ranked[0];
    if (!chosen) continue;
    settled.provenance[fieldName(key)] ??= chosen.from;
    const join = joinOf(key);
    settled.values.set(key, join && all.length > 1 ? join(ranked) : chosen.value);
    if (!join && !several) weigh(key, chosen, ranked.slice(1), settled);
  }
  return settled;
};
