import type { Profile } from "../profile.ts";
import type { Rule } from "../rule.ts";
import { didYouMean } from "./did-you-mean.ts";
import type { ProfileFault } from "./fault.ts";

/** Whom the episode names has an office too. */
const persons = ["allocated-worker", "line-manager"];

const reaches = (role: string, rule: Rule): boolean =>
  rule.rungs.some(
    ({ urgent, to }) =>
      urgent &&
      to.some((one) => one === role || (one === "owner" && rule.owner.some((owner) => owner.role === role))),
  );

/** What is urgent finds a closed office and nobody else: it would wait until the morning (ALL-15). */
const nobodyAtNight = (role: string, { rules, officeHours }: Profile): string[] => {
  const urgent = rules.filter((rule) => reaches(role, rule));
  if (officeHours[role]?.outOfHours || urgent.length === 0) return [];
  const whose = [...new Set(urgent.map(({ id, clause }) => `${id} (clause ${clause})`))].join(", ");
  return [
    `has hours and nobody out of them, and an urgent mail of ${whose} goes to it: write "outOfHours", such as "Emergency duty team <duty@council.example>", or leave the hours out`,
  ];
};

export const faultsOfOfficeHours = (profile: Profile): ProfileFault[] => {
  const known = [...Object.keys(profile.recipients), ...persons];
  return Object.entries(profile.officeHours).flatMap(([role, { hours }]) => {
    const path = `officeHours.${role}`;
    if (!known.includes(role))
      return [{ path, problem: `role "${role}" has no recipient${didYouMean(role, known)}` }];
    const backwards = hours.flatMap(({ from, to }, i) =>
      from < to ? [] : [{ path: `${path}.hours.${i}`, problem: `opens at ${from} and closes at ${to}` }],
    );
    return [...backwards, ...nobodyAtNight(role, profile).map((problem) => ({ path, problem }))];
  });
};
