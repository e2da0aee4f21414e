import type { Condition } from "./condition.ts";
import { neverHolds } from "./dead-faults.ts";
import type { ProfileFault } from "./fault.ts";
import { partsOf } from "./parts.ts";
import type { Profile } from "./profile.ts";
import type { Guard } from "./rule.ts";

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
    ...partsOf(guard.refuseWhen).flatMap((c) => problemsOf(c, profile).map((p) => fault("refuseWhen", p))),
    ...neverHolds(guard.refuseWhen, profile, true).map((p) => fault("refuseWhen", `can never be: ${p}`)),
  ];
};
