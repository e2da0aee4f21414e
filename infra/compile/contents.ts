import type { Paper, Papers } from "../../functions/domain/profile/in-words/coverage.ts";
import { asFields, asList, type Fields, type Written } from "./files.ts";
import type { Place } from "./places.ts";

/** The sources of a profile: its documents, and what it adds. A rule that two documents ask for names clauses of both. */
export const sourcesOf = (profile: Written, followed: readonly Written[]): Fields => {
  const clauses = followed.flatMap(({ parts }) => Object.keys(asFields(parts.clauses)));
  const documents = followed.map(({ parts: { source, title, file } }) => [
    String(source),
    { title, file, clauses },
  ]);
  return { ...Object.fromEntries(documents), ...asFields(profile.parts.sources) };
};

export const papersOf = (followed: readonly Written[]): Papers =>
  Object.fromEntries(followed.map(({ parts }) => [String(parts.source), asFields(parts.clauses) as Paper]));

export type Placed = { value: unknown; place: Place };

/** Lists that stand in documents and profiles alike, each entry with its place. */
export const listed = (part: string, files: readonly Written[]): Placed[] =>
  files.flatMap(({ file, parts }) =>
    asList(parts[part]).map((value, i) => ({ value, place: { file, path: [part, i] } })),
  );

/** A section's clause is of the document it stands in, where nothing else is said. */
export const sectionsOf = (files: readonly Written[]): Placed[] =>
  files.flatMap((one) =>
    listed("form", [one]).map(({ value, place }) => ({
      value:
        "clause" in asFields(value) && one.parts.source !== undefined
          ? { source: one.parts.source, ...asFields(value) }
          : value,
      place,
    })),
  );

/** A document that several follow can't know their domains. */
export const withDomains = (guard: unknown, domains: string): unknown => {
  const { says } = asFields(guard);
  return typeof says === "string"
    ? { ...asFields(guard), says: says.replaceAll("{staffDomains}", domains) }
    : guard;
};
