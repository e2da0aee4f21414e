import { clausesMissing } from "../clauses.ts";
import type { Profile } from "../profile.ts";
import { meantOrOneOf } from "./did-you-mean.ts";
import type { ProfileFault } from "./fault.ts";

const faultsOfSection = (
  { id, clause, source }: Profile["form"][number],
  i: number,
  { form, sources }: Profile,
): ProfileFault[] => {
  const at = (field: string) => (problem: string) => ({ path: `form.${i}.${field}`, problem });
  const known = source === undefined ? undefined : sources[source];
  return [
    ...(form.findIndex((section) => section.id === id) < i ? [`"${id}" is named twice`] : []).map(at("id")),
    ...(source !== undefined && !known
      ? [`no source "${source}" in sources${meantOrOneOf(source, Object.keys(sources))}`]
      : []
    ).map(at("source")),
    ...(clause !== undefined && source === undefined ? ["a clause of which source?"] : []).map(at("source")),
    ...clausesMissing(clause ?? "", clause === undefined ? undefined : known).map(at("clause")),
  ];
};

/** A child's copy without a section in it would be a letter that says nothing. */
const emptyChildCopies = ({ form, rules }: Profile): ProfileFault[] =>
  form.some(({ forChild }) => forChild !== undefined)
    ? []
    : rules.flatMap(({ id, clause, carries }, i) =>
        carries === "child-copy"
          ? [
              {
                path: `rules.${i}.carries`,
                rule: id,
                clause,
                problem: 'no section of the form has a heading "forChild", so the child\'s copy is empty',
              },
            ]
          : [],
      );

/** What is wrong with the form of the interview, and with what is made of it. */
export const faultsOfForm = (profile: Profile): ProfileFault[] => [
  ...profile.form.flatMap((section, i) => faultsOfSection(section, i, profile)),
  ...emptyChildCopies(profile),
];
