import { createHash } from "node:crypto";
import type { Compact } from "../compact/compact.ts";
import { nameKey } from "../compact/name-key.ts";
import { plainText } from "../compact/plain-text.ts";

const digest = (...parts: string[]): string =>
  createHash("sha256").update(parts.join("\u0000")).digest("hex").slice(0, 32);

/** Force and reference make an episode. A digest, so that no key, name or input carries more than an id. */
export const episodeIdOf = (force: string, reference: string): string =>
  `ep-${digest(force, plainText(reference))}`;

export const isEpisodeId = (text: string): boolean => /^ep-[0-9a-f]{32}$/.test(text);

/** The row by which an episode that a person opened is found under the references of the reports that joined it. */
export const referenceKeyOf = (force: string, reference: string): string =>
  `child#${digest("reference", force, plainText(reference))}`;

/**
 * The rows that link the episodes of one child: the force's person id where given, and surname + forenames +
 * date of birth, normalised. Near matches are another key and so never merged.
 */
export const childKeysOf = (force: string, { policePersonId, child }: Partial<Compact>): string[] => [
  ...(policePersonId ? [`child#${digest("person", force, plainText(policePersonId))}`] : []),
  ...(child?.surname && child.dateOfBirth
    ? [`child#${digest("name", nameKey(child.surname), nameKey(child.forenames ?? ""), child.dateOfBirth)}`]
    : []),
];
