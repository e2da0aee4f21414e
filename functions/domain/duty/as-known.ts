import type { Context } from "../condition/context.ts";
import type { ActionName } from "../episode/action-names.ts";
import { reasonsFor } from "../episode/codes-of-return.ts";
import type { ActionEvent } from "../episode/events.ts";
import { partsOf } from "../profile/parts.ts";
import type { Profile } from "../profile/profile.ts";
import { isOurs, ourDomains } from "../profile/staff.ts";
import { dutiesOf, hasArisen } from "./duties.ts";

const list = (names: readonly string[]): string => [...new Set(names)].join(", ");

const dutyFaults = ({ data }: ActionEvent, context: Context): string[] => {
  const duties = dutiesOf(context).filter((duty) => hasArisen(duty, context.now));
  const named = String(data.duty);
  if (duties.some(({ key, rule }) => key === named || rule.duty === named)) return [];
  const endable = duties
    .filter(
      ({ state, rule }) => state === "open" && rule.endedBy.some(({ action }) => action === "duty-done"),
    )
    .map(({ rule }) => rule.duty);
  const right =
    endable.length > 0 ? `of those that stand it can be ${list(endable)}` : "none that stands is ended so";
  return [`duty: this episode has no duty "${named}"; ${right}.`];
};

const sectionFaults = ({ data }: ActionEvent, { profile }: Context): string[] => {
  const known = profile.form.map(({ id }) => id);
  const strange = Object.keys((data.sections ?? {}) as Record<string, unknown>).filter(
    (id) => !known.includes(id),
  );
  return strange.map((id) => `sections: the form has no section "${id}"; it has ${list(known)}.`);
};

const teamFaults = ({ data }: ActionEvent, { profile }: Context): string[] => {
  const { team } = data;
  const roles = Object.keys(profile.recipients);
  return team === undefined || roles.includes(String(team))
    ? []
    : [`team: nobody has the role "${String(team)}"; the profile has ${list(roles)}.`];
};

/** The list is the protocol's: what it does not name is "other", or the returns of two authorities would be mixed. */
const reasonFaults = ({ data }: ActionEvent, { profile }: Context): string[] => {
  const known: readonly string[] = reasonsFor(profile.wentBecause);
  const strange = (Array.isArray(data.wentBecause) ? data.wentBecause.map(String) : []).filter(
    (one) => !known.includes(one),
  );
  return strange.map((one) => `wentBecause: the protocol has no "${one}"; it has ${list(known)}.`);
};

/** Fields in which somebody of the authority, or of a partner who acts for it, is named. */
const persons: Partial<Record<ActionName, readonly string[]>> = {
  allocate: ["worker", "interviewer", "lineManager", "deputyFor"],
  "sign-off": ["manager"],
  "referral-acknowledged": ["interviewer"],
  "strategy-discussion-held": ["chair"],
  "authorise-publicity": ["serviceDirector", "headOfService"],
  "communications-consulted": ["officer"],
  "fact-recorded": ["reviewingOfficer"],
};

/** What a guard of the protocol looks at is refused with its clause, and not twice. */
const isGuarded = (field: string, type: ActionName, { guards }: Profile): boolean =>
  guards.some(
    ({ actions, refuseWhen }) =>
      actions.includes(type) &&
      partsOf(refuseWhen).some((part) => "outsideStaff" in part && part.outsideStaff.includes(field)),
  );

/** A name is only a name; an address is somebody's, and a stranger's is nobody who works for the child (ALL-24). */
const strangerFaults = ({ type, data }: ActionEvent, { profile }: Context): string[] =>
  (persons[type] ?? []).flatMap((field) => {
    const named = data[field];
    if (typeof named !== "string" || !named.includes("@") || isOurs(named, profile)) return [];
    return isGuarded(field, type, profile)
      ? []
      : [`${field}: ${named} is nobody of ours; an address of ours ends in ${list(ourDomains(profile))}.`];
  });

const otherNames = (action: ActionEvent, context: Context): string[] => {
  switch (action.type) {
    case "duty-done":
      return dutyFaults(action, context);
    case "written-record":
      return sectionFaults(action, context);
    case "allocate":
      return teamFaults(action, context);
    case "interview-held":
      return reasonFaults(action, context);
    default:
      return [];
  }
};

/** What is recorded names only what there is: what is misspelt would count for nothing, and nobody would know. */
export const unknownNames = (action: ActionEvent, context: Context): string[] => [
  ...strangerFaults(action, context),
  ...otherNames(action, context),
];
