import * as z from "zod";

/**
 * What returns and requests count, as codes beside the words of whoever records it. Each is optional, and "not known"
 * is an answer of its own.
 */
export const placeKindSchema = z.enum([
  "home",
  "placement",
  "school",
  "youth-centre",
  "police-station",
  "other",
  "not-known",
]);

/** Why it was held after its limit. */
export const lateBecauseSchema = z.enum([
  "told-late",
  "allocated-late",
  "no-contact",
  "child-asked-for-later",
  "child-away",
  "nobody-to-hold-it",
  "other",
  "not-known",
]);

/** What drove the child away, and what drew them. */
export const wentBecauseSchema = z.enum([
  "conflict-where-they-live",
  "harm-where-they-live",
  "unhappy-in-placement",
  "bullying-or-school",
  "mental-health",
  "friends",
  "family",
  "a-relationship",
  "exploitation",
  "drugs-or-alcohol",
  "wanted-time-alone",
  "other",
  "not-known",
]);

export const chosenBySchema = z.enum(["child", "carer", "service", "not-known"]);

export type WentBecause = z.output<typeof wentBecauseSchema>;

/** Under a protocol that names some, only those; and that it was another, or is not known, always. */
export const reasonsFor = (named: readonly WentBecause[]): readonly WentBecause[] =>
  named.length === 0 ? wentBecauseSchema.options : [...new Set([...named, "other", "not-known"] as const)];
