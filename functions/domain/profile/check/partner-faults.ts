import type { Profile } from "../profile.ts";
import { AUTHORITY } from "../staff.ts";
import { didYouMean } from "./did-you-mean.ts";
import type { ProfileFault } from "./fault.ts";

const takenBy = (domain: string, name: string, { staffDomains, partners }: Profile): string | undefined => {
  const is = (other: string) => other.toLowerCase() === domain.toLowerCase();
  if (staffDomains.some(is)) return "staffDomains";
  return Object.keys(partners).find((other) => other !== name && partners[other]?.domains.some(is));
};

/** Who signs in, is allocated and is told of a child for the authority has to be told from everybody else (ALL-24). */
export const faultsOfPartners = (profile: Profile): ProfileFault[] =>
  Object.entries(profile.partners).flatMap(([name, { domains, signsInAs, holds }]) => {
    const at = `partners.${name}`;
    const known = Object.keys(profile.recipients);
    const given = Object.keys(profile.signIn?.roles ?? {});
    return [
      ...(name === AUTHORITY || known.includes(name)
        ? [
            {
              path: at,
              problem: `"${name}" is a role, or the authority itself: give the partner a name of its own`,
            },
          ]
        : []),
      ...domains.flatMap((domain, i) => {
        const taken = takenBy(domain, name, profile);
        return taken === undefined
          ? []
          : [{ path: `${at}.domains.${i}`, problem: `"${domain}" stands in ${taken} too` }];
      }),
      ...holds.flatMap((role, i) =>
        known.includes(role)
          ? []
          : [
              {
                path: `${at}.holds.${i}`,
                problem: `role "${role}" has no recipient${didYouMean(role, known)}`,
              },
            ],
      ),
      ...signsInAs.flatMap((role, i) =>
        given.includes(role)
          ? []
          : [
              {
                path: `${at}.signsInAs.${i}`,
                problem: `"signIn" makes nobody a ${role}: add it to its roles`,
              },
            ],
      ),
    ];
  });
