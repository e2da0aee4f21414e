import type { Profile } from "./profile.ts";

/** "1.1, 1.2" and "6.7; 8" name several clauses. A source that lists its clauses is held to the list. */
export const clausesMissing = (clause: string, source: Profile["sources"][string] | undefined): string[] =>
  clause
    .split(/[,;]/)
    .map((one) => one.trim())
    .filter((one) => source?.clauses && !source.clauses.includes(one))
    .map((one) => `the source has no clause "${one}"`);
