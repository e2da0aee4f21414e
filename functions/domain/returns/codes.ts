import type { placements } from "../episode/fact-fields.ts";

/** The census's five groups: what a return breaks down by; a mail's own words are many more. */
export const ethnicGroups = ["white", "mixed", "asian", "black", "other"] as const;
export type EthnicGroup = (typeof ethnicGroups)[number];
export type Placement = (typeof placements)[number];

/** The first that fits counts: "White and Black Caribbean" is mixed, "White British" is not. */
const groups: [EthnicGroup, RegExp][] = [
  ["mixed", /\bmixed\b|\bdual\b|\bmultiple\b|\bwhite (?:and|&) (?:black|asian)\b|^m\d\b/i],
  ["asian", /\basian\b|\bindian\b|\bpakistani\b|\bbangladeshi\b|\bchinese\b|^(?:a\d|o1)\b/i],
  ["black", /\bblack\b|\bafrican\b|\bcaribbean\b|^b\d\b/i],
  ["white", /\bwhite\b|\bbritish\b|\birish\b|\bgypsy\b|\broma\b|\btraveller\b|^w\d\b/i],
  ["other", /\barab\b|\bother\b|^o\d\b/i],
];

const homes: [Placement, RegExp][] = [
  ["foster", /\bfoster/i],
  ["childrens-home", /\bchildren'?s home\b|\bresidential\b/i],
  ["semi-independent", /\bsemi|\bsupported (?:living|accommodation|lodgings)\b|\bindependent\b/i],
  ["kin", /\bkin\b|\bkinship\b|\bconnected (?:person|carer)\b/i],
  ["secure", /\bsecure\b|\bremand\b/i],
  ["hospital", /\bhospital\b|\bward\b/i],
  ["home", /\bhome\b|\bparents?\b|\bfamily\b/i],
];

const firstOf = <C>(codes: readonly [C, RegExp][], words: string): C | undefined =>
  codes.find(([, pattern]) => pattern.test(words))?.[0];

/** Words that say nothing we know are left out, and count as "not known". */
export const ethnicGroupOf = (words: string | undefined): EthnicGroup | undefined =>
  words === undefined ? undefined : firstOf(groups, words.trim());

export const placementOf = (words: string | undefined): Placement | undefined =>
  words === undefined ? undefined : (firstOf(homes, words) ?? "other");

/** The outward part of the last postcode in an address: an area of some thousand addresses, and nobody's. */
export const districtOf = (address: string | undefined): string | undefined =>
  [...(address ?? "").toUpperCase().matchAll(/\b([A-Z]{1,2}\d[A-Z\d]?) ?\d[A-Z]{2}\b/g)].at(-1)?.[1];
