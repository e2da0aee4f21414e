import type { Profile } from "../profile.ts";
import type { ProfileFault } from "./fault.ts";

const name = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";
const bare = new RegExp(`^${name}(?:\\.${name})+$`, "i");

type Domain = { path: string; domain: string };

/** Compared as whole names, so that anything but a name is a domain nobody ever writes from. */
const notBare = ({ forces, forwarders, staffDomains, partners }: Profile): ProfileFault[] => {
  const all: Domain[] = [
    ...forces.flatMap(({ senderDomains }, i) =>
      senderDomains.map((domain, at) => ({ path: `forces.${i}.senderDomains.${at}`, domain })),
    ),
    ...forwarders.map(({ domain }, i) => ({ path: `forwarders.${i}.domain`, domain })),
    ...staffDomains.map((domain, i) => ({ path: `staffDomains.${i}`, domain })),
    ...Object.entries(partners).flatMap(([name, { domains }]) =>
      domains.map((domain, i) => ({ path: `partners.${name}.domains.${i}`, domain })),
    ),
  ];
  return all
    .filter(({ domain }) => !bare.test(domain))
    .map(({ path, domain }) => ({
      path,
      problem: `"${domain}" has to be a bare domain name, such as "police.example"`,
    }));
};

const has = (domains: readonly string[], domain: string): boolean =>
  domains.some((other) => other.toLowerCase() === domain.toLowerCase());

/** The first force that has a domain is the sender: a second would never have a mail, nor be told so. */
const shared = (
  domain: string,
  i: number,
  { forces, forwarders, staffDomains, partners }: Profile,
): string[] => {
  const first = forces.slice(0, i).find(({ senderDomains }) => has(senderDomains, domain));
  const own = Object.entries({
    staffDomains,
    partners: Object.values(partners).flatMap(({ domains }) => domains),
    forwarders: forwarders.map((one) => one.domain),
  })
    .filter(([, domains]) => has(domains, domain))
    .map(([list]) => list);
  return [
    ...(first ? [`"${domain}" is already a domain of "${first.id}"`] : []),
    ...(own.length > 0 ? [`"${domain}" stands in ${own.join(" and ")} too`] : []),
  ];
};

/** What is wrong with the forces: whose a mail is. */
export const faultsOfForces = (profile: Profile): ProfileFault[] => [
  ...notBare(profile),
  ...profile.forces.flatMap(({ id, senderDomains }, i) => [
    ...(profile.forces.findIndex((force) => force.id === id) < i
      ? [{ path: `forces.${i}.id`, problem: `"${id}" is named twice` }]
      : []),
    ...senderDomains.flatMap((domain, at) =>
      shared(domain, i, profile).map((problem) => ({ path: `forces.${i}.senderDomains.${at}`, problem })),
    ),
  ]),
];
