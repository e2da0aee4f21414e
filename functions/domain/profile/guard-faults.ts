import type { Condition } from "./condition.ts";
import type { ProfileFault } from "./fault.ts";
import type { Profile } from "./profile.ts";
import type { Guard } from "./rule.ts";

/** The condition and every condition inside it. */
const parts = (condition: Condition): Condition[] => {
  if ("not" in condition) return [condition, ...parts(condition.not)];
  if ("all" in condition) return [condition, ...condition.all.flatMap(parts)];
  if ("any" in condition) return [condition, ...condition.any.flatMap(parts)];
  return [condition];
};

const problemsOf = (condition: Condition, profile: Profile): string[] => {
  if ("after" in condition)
    return profile.rules.some((r) => r.duty === condition.after)
      ? []
      : [`no duty is called "${condition.after}"`];
  if ("sectionsEmpty" in condition && condition.sectionsEmpty !== "any")
    return condition.sectionsEmpty
      .filter((id) => !profile.form.some((section) => section.id === id))
      .map((id) => `the form has no section "${id}"`);
  return [];
};

export const faultsOfGuard = (guard: Guard, at: string, profile: Profile): ProfileFault[] => {
  const fault = (path: string, problem: string): ProfileFault => ({
    path: `${at}.${path}`,
    rule: guard.id,
    clause: guard.clause,
    problem,
  });
  return [
    ...(guard.source in profile.sources ? [] : [fault("source", `no source "${guard.source}" in sources`)]),
    ...parts(guard.refuseWhen).flatMap((c) => problemsOf(c, profile).map((p) => fault("refuseWhen", p))),
  ];
};
