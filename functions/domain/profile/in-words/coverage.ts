import { clausesCited } from "../clauses.ts";
import type { Profile } from "../profile.ts";

/** The clauses of a source with their titles; `noDuty`: why one asks nothing of this system. */
export type Paper = Readonly<Record<string, string | { title: string; noDuty: string }>>;

/** The papers that a profile's rules come from, by the names of its sources. */
export type Papers = Readonly<Record<string, Paper>>;

const citedBy = ({ rules, guards, form, permittedContacts }: Profile): string[] => [
  ...rules.flatMap(({ clause, rungs }) => [clause, ...rungs.flatMap((rung) => rung.clause ?? [])]),
  ...[...guards, ...permittedContacts].map(({ clause }) => clause),
  ...form.flatMap(({ clause }) => clause ?? []),
];

/** What of a source no rule covers, as lines; a clause that asks nothing says why. */
export const notCovered = (profile: Profile, paper: Paper): string[] => {
  const listed = Object.keys(paper);
  const cited = new Set(citedBy(profile).flatMap((clause) => clausesCited(clause, listed)));
  return Object.entries(paper)
    .filter(([clause]) => !cited.has(clause))
    .map(([clause, entry]) =>
      typeof entry === "string"
        ? `- Clause ${clause}: ${entry}`
        : `- Clause ${clause}: ${entry.title} (asks nothing here: ${entry.noDuty})`,
    );
};
