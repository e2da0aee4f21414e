import { toInstant } from "../domain/calendar/instant.ts";
import { isoInLondon } from "../domain/calendar/london.ts";
import { isRealMoment } from "../domain/calendar/real.ts";

/** What a person says of one report. */
export type Fields = Record<string, unknown>;

const moments = new Set(["missingSince", "reportedAt", "foundAt", "returnedAt"]);

/** Any time with a zone is taken and kept as the reader would have: with London's offset of that moment. */
const asMoment = (text: string): string => (isRealMoment(text) ? isoInLondon(toInstant(text)) : text);

const tidy = (key: string, value: unknown): unknown => {
  if (typeof value !== "string") return value;
  const text = value.trim().replace(/ {2,}/g, " ");
  return moments.has(key) ? asMoment(text) : text;
};

/**
 * Every field by the name its provenance has: a child's may stand by themselves, under `child`, or as the sentences
 * that ask for them call them, `child.dateOfBirth`.
 */
export const flat = ({ child, ...rest }: Fields): Fields => {
  const all = { ...rest, ...(typeof child === "object" ? child : {}) };
  return Object.fromEntries(
    Object.entries(all).map(([key, value]) => {
      const name = key.replace(/^child\./, "");
      return [name, tidy(name, value)];
    }),
  );
};
