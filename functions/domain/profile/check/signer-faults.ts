import { type Role, whoMay } from "../../console/may.ts";
import type { ActionName } from "../../episode/action-names.ts";
import type { Profile } from "../profile.ts";
import type { ProfileFault } from "./fault.ts";

const missing = (action: ActionName, signingIn: readonly string[]): readonly Role[] => {
  const may = whoMay(action);
  return may.some((role) => signingIn.includes(role)) ? [] : may;
};

const says = (action: ActionName, roles: readonly Role[]): string =>
  `nobody may record "${action}": it takes a ${roles.join(" or a ")}, and "signIn" makes nobody one: add "${roles[0]}" to its roles`;

/** What only a role records that nobody can sign in as is waited for until the end: a sign-off, an approval (ALL-12). */
export const faultsOfSigners = ({ signIn, rules, approved }: Profile): ProfileFault[] => {
  if (signIn === undefined) return [];
  const signingIn = Object.keys(signIn.roles);
  const ofRules = rules.flatMap(({ id, clause, endedBy, doneWhen }, i) => {
    const done = endedBy.filter(({ as }) => as === "done");
    const lacking = done.map(({ action }) => ({ action, roles: missing(action, signingIn) }));
    const [first] = lacking;
    if (!first || doneWhen || lacking.some(({ roles }) => roles.length === 0)) return [];
    return [{ path: `rules.${i}.endedBy`, rule: id, clause, problem: says(first.action, first.roles) }];
  });
  const approving = approved.length > 0 ? missing("approve", signingIn) : [];
  return [
    ...ofRules,
    ...(approving.length > 0 ? [{ path: "signIn.roles", problem: says("approve", approving) }] : []),
  ];
};
