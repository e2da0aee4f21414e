import type * as z from "zod";
import { actionSchemas } from "../../episode/actions.ts";
import { neverHolds } from "../check-course/dead-faults.ts";
import { afterNever } from "../check-course/told-faults.ts";
import type { Condition } from "../condition.ts";
import { partsAt } from "../parts.ts";
import type { Profile } from "../profile.ts";
import type { Guard } from "../rule.ts";
import { meantOrOneOf } from "./did-you-mean.ts";
import type { ProfileFault } from "./fault.ts";
import { fieldAt, isGroup, neverIs } from "./field-at.ts";

type Data = { field: string; is?: string | boolean | undefined };

/** Asked of several actions, it may be the question of one of them; of none it is nobody's. */
const ofData = ({ field, is }: Data, actions: Guard["actions"]): string[] => {
  const faults = actions.map((action) => {
    const type = fieldAt(actionSchemas[action] as z.ZodType, field, `"${action}"`);
    if (typeof type === "string") return type;
    const never = is === undefined ? undefined : neverIs(type, is);
    return never === undefined ? undefined : `"${field}" of "${action}" ${never}`;
  });
  return faults.includes(undefined) ? [] : faults.flatMap((fault) => fault ?? []);
};

const isAddress = (field: string, action: Guard["actions"][number]): boolean => {
  const type = fieldAt(actionSchemas[action] as z.ZodType, field, action);
  return typeof type === "string" || (!isGroup(type) && type.def.type === "string");
};

const problemsOf = (condition: Condition, { actions }: Guard, profile: Profile): string[] => {
  if ("after" in condition) return afterNever(condition.after, profile);
  if ("data" in condition) return ofData({ field: condition.data, is: condition.is }, actions);
  if ("outsideStaff" in condition)
    return condition.outsideStaff.flatMap((field) => [
      ...ofData({ field }, actions),
      ...actions
        .filter((action) => !isAddress(field, action))
        .map((action) => `"${field}" of "${action}" holds no address`),
    ]);
  if ("sectionsEmpty" in condition && condition.sectionsEmpty !== "any") {
    const ids = profile.form.map((section) => section.id);
    return condition.sectionsEmpty
      .filter((id) => !ids.includes(id))
      .map((id) => `the form has no section "${id}"${meantOrOneOf(id, ids)}`);
  }
  return [];
};

export const faultsOfGuard = (guard: Guard, at: string, profile: Profile): ProfileFault[] => {
  const fault = (path: string, problem: string): ProfileFault => ({
    path: `${at}.${path}`,
    rule: guard.id,
    clause: guard.clause,
    problem,
  });
  const sources = Object.keys(profile.sources);
  return [
    ...(guard.source in profile.sources
      ? []
      : [fault("source", `no source "${guard.source}" in sources${meantOrOneOf(guard.source, sources)}`)]),
    ...partsAt(guard.refuseWhen, "refuseWhen").flatMap(({ path, condition }) =>
      problemsOf(condition, guard, profile).map((problem) => fault(path, problem)),
    ),
    ...neverHolds(guard.refuseWhen, { at: "refuseWhen", profile, inGuard: true }).map(({ path, problem }) =>
      fault(path, problem),
    ),
  ];
};
