import type { Profile } from "./profile.ts";

/** "2.2–2.4", with what the source lists between the two. */
const range = (part: string, listed: readonly string[]): string[] => {
  const [first, last] = part.split("–").map((end) => listed.indexOf(end));
  return first !== undefined && last !== undefined && first >= 0 && last > first
    ? listed.slice(first, last + 1)
    : [];
};

/** The clauses that a rule cites: "1.1, 1.2" and "6.7; 8" name several, "step 6, 7" two steps, "2.2–2.4" three. */
export const clausesCited = (clause: string, listed: readonly string[]): string[] => {
  const word = /^\D+(?=\d)/.exec(clause)?.[0] ?? "";
  return clause
    .split(/[,;]/)
    .map((part) => part.trim())
    .flatMap((part) => {
      if (listed.includes(part)) return [part];
      if (listed.includes(word + part)) return [word + part];
      const between = range(part, listed);
      return between.length > 0 ? between : [part];
    });
};

/** A source that lists its clauses is held to the list. */
export const clausesMissing = (clause: string, source: Profile["sources"][string] | undefined): string[] => {
  const listed = source?.clauses;
  return listed
    ? clausesCited(clause, listed)
        .filter((one) => !listed.includes(one))
        .map((one) => `the source has no clause "${one}"`)
    : [];
};
