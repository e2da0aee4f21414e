import type { Profile } from "../profile.ts";
import type { Rule } from "../rule.ts";
import { AUTHORITY } from "../staff.ts";
import { didYouMean } from "./did-you-mean.ts";

type Found = { path: string; problem: string };

/** Whom the rule or the episode names. */
const namedRoles = [
  "owner",
  "allocated-worker",
  "interviewer",
  "line-manager",
  "office",
  "office-next",
  "force",
  "told-since",
];

/** Nobody is written to by default, so each role has to be somebody. */
export const faultsOfRoles = (rule: Rule, { recipients, standIns, partners }: Profile): Found[] => {
  const officer = standIns["reviewing-officer"] === undefined ? [] : ["reviewing-officer"];
  const known = [...Object.keys(recipients), ...namedRoles, ...officer];
  const bodies = [AUTHORITY, ...Object.keys(partners)];
  const named = [
    ...rule.owner.map(({ role }, i) => ({ path: `owner.${i}.role`, role })),
    ...rule.rungs.flatMap(({ to }, i) => to.map((role) => ({ path: `rungs.${i}.to`, role }))),
    ...rule.endedBy.flatMap(({ by }, i) =>
      by === undefined || bodies.includes(by) ? [] : [{ path: `endedBy.${i}.by`, role: by }],
    ),
  ];
  return named
    .filter(({ path, role }) => !known.includes(role) || (role === "owner" && path.startsWith("owner.")))
    .map(({ path, role }) => ({
      path,
      problem:
        role === "reviewing-officer"
          ? 'role "reviewing-officer" has no recipient where nobody said who it is: name who stands in under "standIns"'
          : `role "${role}" has no recipient${role === "owner" ? "" : didYouMean(role, known)}`,
    }));
};
